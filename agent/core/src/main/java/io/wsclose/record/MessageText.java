// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

/**
 * Makes text from outside fit to be shown: bounded, and without those parts of any URI in it where
 * tokens travel (RFC 3986: user information, path parameters, query, fragment).
 *
 * <p>One pass over a bounded part of the text: it may be megabytes of what an attacker sent.
 */
public final class MessageText {
  /** What is looked at beyond the limit, so that a URI is not cut before its parts are known. */
  private static final int LOOK_AHEAD = 1024;

  private MessageText() {}

  /**
   * @param limit in characters
   */
  public static String bounded(String text, int limit) {
    int window = Math.min(text.length(), limit + LOOK_AHEAD);
    StringBuilder shown = new StringBuilder(Math.min(text.length(), limit));
    int at = 0;
    while (at < window && shown.length() <= limit) {
      int end = wordEnd(text, at, window);
      if (end == at) {
        shown.append(text.charAt(at++));
      } else {
        appendWord(shown, text.substring(at, end), end == text.length() || end < window);
        at = end;
      }
    }
    if (at == text.length() && shown.length() <= limit) {
      return shown.toString();
    }
    shown.setLength(end(shown, Math.min(limit, shown.length())));
    return shown.append('…').toString();
  }

  /**
   * The beginning of a text whose content is safe to show.
   *
   * @param limit in characters, which the result never exceeds
   */
  public static String cut(String text, int limit) {
    return text.length() <= limit ? text : text.substring(0, end(text, limit - 1)) + "…";
  }

  private static int wordEnd(String text, int start, int window) {
    int end = start;
    while (end < window && !isSeparator(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isSeparator(char c) {
    return c == '"' || c == '\'' || c == '<' || c == '>' || Character.isWhitespace(c);
  }

  /**
   * @param whole false if the word goes on beyond what is looked at
   */
  private static void appendWord(StringBuilder shown, String word, boolean whole) {
    boolean inPath = false;
    boolean inParameter = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (isEnd(word, i) && (inPath || word.indexOf('=', i + 2) > 0)) {
        return;
      }
      if (c == '/') {
        inPath = true;
        inParameter = false;
        if (word.startsWith("//", i)) {
          int end = authorityEnd(word, i + 2);
          if (end == word.length() && !whole) {
            return;
          }
          int user = word.lastIndexOf('@', end - 1);
          shown.append('/');
          i = Math.max(i + 1, user);
          // the second slash stands for what was left out up to here
          c = '/';
        }
      }
      inParameter |= inPath && c == ';';
      if (!inParameter) {
        shown.append(c);
      }
    }
  }

  /**
   * Whether a query or fragment may begin here. Behind a relative reference nothing but {@code
   * name=value} tells it from a question.
   */
  private static boolean isEnd(String word, int at) {
    char c = word.charAt(at);
    return c == '?'
        || c == '#'
        || c == '%' && (word.regionMatches(true, at, "%3F", 0, 3) || word.startsWith("%23", at));
  }

  private static int authorityEnd(String word, int start) {
    int end = start;
    while (end < word.length() && "/?#".indexOf(word.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  /** Does not cut a surrogate pair in two. */
  private static int end(CharSequence text, int limit) {
    return limit > 0 && Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
  }
}
