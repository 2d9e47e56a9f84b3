package io.wsclose.record;

import java.util.regex.Pattern;

/** Makes text from outside fit to be shown: bounded, and without the query of any URI in it. */
public final class MessageText {
  /** A path or URI followed by a query; tokens travel in queries. */
  private static final Pattern QUERY = Pattern.compile("(/[^\\s?\"'<>]*)\\?[^\\s\"'<>]*");

  private MessageText() {}

  public static String bounded(String text, int limit) {
    String cut = text.length() <= limit ? text : text.substring(0, limit) + "…";
    return QUERY.matcher(cut).replaceAll("$1");
  }
}
