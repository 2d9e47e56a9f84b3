// SPDX-License-Identifier: Apache-2.0
package io.wsclose.configuration;

/** {@link Integer}: a number of bytes, 0 for {@code off}. */
final class BytesSyntax implements Syntax<Integer> {
  private static final String OFF = "off";

  private final NumberSyntax number;

  BytesSyntax(int max) {
    number = new NumberSyntax(0, max);
  }

  @Override
  public Integer parse(String text) {
    return text.equals(OFF) ? 0 : number.parse(text);
  }

  @Override
  public String allowed() {
    return OFF + " or " + number.allowed();
  }
}
