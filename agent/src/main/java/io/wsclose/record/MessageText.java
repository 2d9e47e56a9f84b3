package io.wsclose.record;

import java.util.regex.Pattern;

/**
 * Makes text from outside fit to be shown: bounded, and without those parts of any URI in it where
 * tokens travel (RFC 3986: user information, path parameters, query).
 */
public final class MessageText {
  private static final Pattern USER = Pattern.compile("//[^/\\s\"'<>@]*@");
  private static final Pattern PARAMETERS = Pattern.compile("(/[^\\s?;\"'<>]*);[^\\s/?\"'<>]*");
  private static final Pattern QUERY = Pattern.compile("(/[^\\s?\"'<>]*)\\?[^\\s\"'<>]*");

  /**
   * A query behind a relative reference: nothing but {@code name=value} tells it from a question.
   */
  private static final Pattern PAIRS = Pattern.compile("\\?[^\\s\"'<>=]+=[^\\s\"'<>]*");

  private MessageText() {}

  /**
   * @param limit in characters
   */
  public static String bounded(String text, int limit) {
    String cut = text.length() <= limit ? text : text.substring(0, end(text, limit)) + "…";
    cut = USER.matcher(cut).replaceAll("//");
    cut = QUERY.matcher(cut).replaceAll("$1");
    cut = PAIRS.matcher(cut).replaceAll("");
    return PARAMETERS.matcher(cut).replaceAll("$1");
  }

  /** Does not cut a surrogate pair in two. */
  private static int end(String text, int limit) {
    return limit > 0 && Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
  }
}
