// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import java.util.HashMap;
import java.util.Map;

/** The command line: {@code key=value} or {@code key}. */
final class Settings {
  private final Map<String, String> values;

  private Settings(Map<String, String> values) {
    this.values = values;
  }

  static Settings of(String[] arguments) {
    Map<String, String> values = new HashMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      values.put(
          equals < 0 ? argument : argument.substring(0, equals), argument.substring(equals + 1));
    }
    return new Settings(values);
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  String text(String key, String otherwise) {
    return values.getOrDefault(key, otherwise);
  }

  int number(String key, int otherwise) {
    return has(key) ? Integer.parseInt(values.get(key)) : otherwise;
  }
}
