// SPDX-License-Identifier: Apache-2.0
package io.wsclose.configuration;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code key=value,key=value}: what follows {@code -javaagent:wsclose.jar=}.
 *
 * <p>The first equals sign ends the key. A value with a comma in it stands in single or double
 * quotes: {@code config='/etc/a,b.properties'}.
 */
final class AgentArguments {
  private static final String ORIGIN = "agent arguments";

  private AgentArguments() {}

  static List<Setting> parse(String arguments) {
    List<Setting> settings = new ArrayList<Setting>();
    if (arguments == null) {
      return settings;
    }
    int start = 0;
    char quote = 0;
    for (int i = 0; i <= arguments.length(); i++) {
      char c = i < arguments.length() ? arguments.charAt(i) : ',';
      boolean last = i == arguments.length();
      if (quote != 0 && !last) {
        quote = c == quote ? 0 : quote;
      } else if (c == ',' || last) {
        add(settings, arguments.substring(start, i).trim());
        start = i + 1;
      } else if ((c == '\'' || c == '"') && arguments.charAt(Math.max(0, i - 1)) == '=') {
        quote = c;
      }
    }
    return settings;
  }

  private static void add(List<Setting> settings, String pair) {
    if (pair.isEmpty()) {
      return;
    }
    int equals = pair.indexOf('=');
    if (equals < 0) {
      settings.add(new Setting(pair, "", ORIGIN));
      return;
    }
    settings.add(
        new Setting(
            pair.substring(0, equals).trim(), unquoted(pair.substring(equals + 1).trim()), ORIGIN));
  }

  private static String unquoted(String value) {
    int end = value.length() - 1;
    boolean quoted =
        end > 0
            && (value.charAt(0) == '\'' || value.charAt(0) == '"')
            && value.charAt(end) == value.charAt(0);
    return quoted ? value.substring(1, end) : value;
  }
}
