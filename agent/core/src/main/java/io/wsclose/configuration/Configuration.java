// SPDX-License-Identifier: Apache-2.0
package io.wsclose.configuration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The value of every option, immutable. */
public final class Configuration {
  private final Map<Option<?>, Object> values;

  /**
   * @param given parsed values, each of the type that its option's syntax yields
   */
  Configuration(Map<Option<?>, Object> given) {
    values = new LinkedHashMap<Option<?>, Object>();
    for (Option<?> option : Option.all()) {
      Object value = given.get(option);
      values.put(option, value == null ? option.parse(option.defaultValue()) : value);
    }
  }

  /** Every option at its default. */
  public static Configuration defaults() {
    return new Configuration(Collections.<Option<?>, Object>emptyMap());
  }

  /** The same with another value for one option. */
  public <T> Configuration with(Option<T> option, T value) {
    Map<Option<?>, Object> changed = new LinkedHashMap<Option<?>, Object>(values);
    changed.put(option, value);
    return new Configuration(changed);
  }

  @SuppressWarnings("unchecked") // the option's own syntax made it
  public <T> T get(Option<T> option) {
    return (T) values.get(option);
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
