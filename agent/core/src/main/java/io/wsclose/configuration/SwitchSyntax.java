// SPDX-License-Identifier: Apache-2.0
package io.wsclose.configuration;

/** {@link Boolean}. */
final class SwitchSyntax implements Syntax<Boolean> {
  @Override
  public Boolean parse(String text) {
    if (text.equalsIgnoreCase("true")) {
      return Boolean.TRUE;
    }
    if (text.equalsIgnoreCase("false")) {
      return Boolean.FALSE;
    }
    throw new IllegalArgumentException(text);
  }

  @Override
  public String allowed() {
    return "true, false";
  }
}
