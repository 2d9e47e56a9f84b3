// SPDX-License-Identifier: Apache-2.0
package io.wsclose.intermediary;

import io.wsclose.bootstrap.Headers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What an intermediary leaves in a request's headers. It proves presence on the path, never that
 * this hop closed.
 */
final class Fingerprint {
  private static final String PART = "(?:@lower-case|!?[a-z0-9_-]+(?::[a-z0-9./_-]+)?)";

  /** Empty, or as {@link #parse} describes it. */
  static final Pattern SYNTAX = Pattern.compile("(?:" + PART + "(?:[+ ]" + PART + ")*)?");

  private static final String LOWER_CASE = "@lower-case";

  private final List<List<String>> alternatives;

  private Fingerprint(List<List<String>> alternatives) {
    this.alternatives = alternatives;
  }

  /**
   * @param text alternatives separated by blanks, their parts by {@code +}; a part is {@code
   *     header}, {@code !header}, {@code header:part of its value}, all in lower case, or {@code
   *     @lower-case} for a request all of whose header names came in lower case. Matches nothing if
   *     empty.
   */
  static Fingerprint parse(String text) {
    List<List<String>> alternatives = new ArrayList<>();
    for (String alternative : text.isEmpty() ? new String[0] : text.split(" ")) {
      List<String> parts = new ArrayList<>();
      Collections.addAll(parts, alternative.split("\\+"));
      alternatives.add(parts);
    }
    return new Fingerprint(alternatives);
  }

  boolean isEmpty() {
    return alternatives.isEmpty();
  }

  boolean matches(Headers headers) {
    return alternatives.stream()
        .anyMatch(parts -> parts.stream().allMatch(part -> holds(part, headers)));
  }

  /** The headers that reveal it in this request; empty if none does. */
  List<String> revealing(Headers headers) {
    List<String> names = new ArrayList<>();
    for (List<String> parts : alternatives) {
      if (parts.stream().allMatch(part -> holds(part, headers))) {
        for (String part : parts) {
          if (!part.startsWith("!") && !part.equals(LOWER_CASE)) {
            names.add(part.split(":", 2)[0]);
          }
        }
      }
    }
    return names;
  }

  private static boolean holds(String part, Headers headers) {
    if (part.equals(LOWER_CASE)) {
      return headers.isLowerCase();
    }
    if (part.startsWith("!")) {
      return !headers.has(part.substring(1));
    }
    int colon = part.indexOf(':');
    if (colon < 0) {
      return headers.has(part);
    }
    String value = headers.value(part.substring(0, colon)).toLowerCase(Locale.ROOT);
    return value.contains(part.substring(colon + 1));
  }
}
