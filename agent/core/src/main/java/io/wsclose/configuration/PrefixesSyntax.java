// SPDX-License-Identifier: Apache-2.0
package io.wsclose.configuration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** {@link List} of prefixes of class names; empty for none. */
final class PrefixesSyntax implements Syntax<List<String>> {
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*\\.?");

  @Override
  public List<String> parse(String text) {
    List<String> prefixes = new ArrayList<String>();
    for (String name : text.split("[;,\\s]+")) {
      if (!name.isEmpty()) {
        if (!NAME.matcher(name).matches()) {
          throw new IllegalArgumentException(name);
        }
        prefixes.add(name.endsWith(".") ? name : name + ".");
      }
    }
    return Collections.unmodifiableList(prefixes);
  }

  @Override
  public String allowed() {
    return "package names, separated by semicolons";
  }
}
