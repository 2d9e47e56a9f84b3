// SPDX-License-Identifier: Apache-2.0
package io.wsclose.configuration;

/** One key and value as somebody wrote them, and where. */
final class Setting {
  private final String key;
  private final String value;
  private final String origin;

  /**
   * @param key as an option's key, without the prefix that its origin asks for
   * @param origin the place in words, e.g. {@code environment variable WSCLOSE_FRAMES}
   */
  Setting(String key, String value, String origin) {
    this.key = key;
    this.value = value;
    this.origin = origin;
  }

  String key() {
    return key;
  }

  String value() {
    return value;
  }

  String origin() {
    return origin;
  }
}
