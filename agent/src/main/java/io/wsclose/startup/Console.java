package io.wsclose.startup;

import java.util.function.Consumer;

/** Lines for the operator, on standard error. */
final class Console implements Consumer<String> {
  private static final int MAX_LENGTH = 1_000;

  @Override
  public void accept(String line) {
    System.err.println(prefixed(line));
  }

  static String prefixed(String line) {
    StringBuilder text = new StringBuilder("[wsclose] ");
    for (int i = 0; i < line.length() && text.length() < MAX_LENGTH; i++) {
      char c = line.charAt(i);
      text.append(Character.isISOControl(c) ? ' ' : c);
    }
    return text.toString();
  }
}
