// SPDX-License-Identifier: Apache-2.0
package io.wsclose.configuration;

/** {@link Integer} within bounds. */
final class NumberSyntax implements Syntax<Integer> {
  private final int min;
  private final int max;

  NumberSyntax(int min, int max) {
    this.min = min;
    this.max = max;
  }

  @Override
  public Integer parse(String text) {
    int number = Integer.parseInt(text);
    if (number < min || number > max) {
      throw new IllegalArgumentException(text);
    }
    return number;
  }

  @Override
  public String allowed() {
    return "a whole number from " + min + " to " + max;
  }
}
