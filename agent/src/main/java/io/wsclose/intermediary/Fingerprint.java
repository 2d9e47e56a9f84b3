package io.wsclose.intermediary;

import io.wsclose.bootstrap.Headers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * What an intermediary leaves in a request's headers. It proves presence on the path, never that
 * this hop closed.
 */
final class Fingerprint {
  private final List<List<String>> alternatives;

  private Fingerprint(List<List<String>> alternatives) {
    this.alternatives = alternatives;
  }

  static Fingerprint none() {
    return new Fingerprint(Collections.emptyList());
  }

  /**
   * @param text alternatives separated by blanks, their parts by {@code +}; a part is {@code
   *     header}, {@code !header} or {@code header:part of its value}, all in lower case
   */
  static Fingerprint parse(String text) {
    List<List<String>> alternatives = new ArrayList<>();
    for (String alternative : text.split(" ")) {
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

  private static boolean holds(String part, Headers headers) {
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
