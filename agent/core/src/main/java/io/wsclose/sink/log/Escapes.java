// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.log;

/**
 * Makes text from outside safe in a log file and on a terminal: one event stays one line, and reads
 * as it was written. Log4j 2 before 2.15 looks up <code>${...}</code> in a finished message, and
 * loads code from where a {@code jndi} lookup points to (CVE-2021-44228).
 */
public final class Escapes {
  private Escapes() {}

  /**
   * @param limit in characters
   */
  public static String escaped(String text, int limit) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length() && escaped.length() < limit; i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n':
          escaped.append("\\n");
          break;
        case '\r':
          escaped.append("\\r");
          break;
        case '\t':
          escaped.append("\\t");
          break;
        default:
          if (isUnsafe(c) || c == '$' && text.startsWith("{", i + 1)) {
            escaped.append(String.format("\\u%04x", (int) c));
          } else {
            escaped.append(c);
          }
      }
    }
    return escaped.toString();
  }

  /** C0 and C1 controls, line and paragraph separators, and controls of the text's direction. */
  private static boolean isUnsafe(char c) {
    return Character.isISOControl(c)
        || c == '\u2028'
        || c == '\u2029'
        || c >= '\u202a' && c <= '\u202e'
        || c >= '\u2066' && c <= '\u2069';
  }
}
