// SPDX-License-Identifier: Apache-2.0
package io.wsclose.configuration;

import java.util.Locale;

/** A constant of an enum, in lower case. */
final class ChoiceSyntax<E extends Enum<E>> implements Syntax<E> {
  private final Class<E> type;

  ChoiceSyntax(Class<E> type) {
    this.type = type;
  }

  @Override
  public E parse(String text) {
    return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
  }

  @Override
  public String allowed() {
    StringBuilder all = new StringBuilder();
    for (E constant : type.getEnumConstants()) {
      all.append(all.length() == 0 ? "" : ", ").append(constant.name().toLowerCase(Locale.ROOT));
    }
    return all.toString();
  }
}
