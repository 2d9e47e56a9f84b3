// SPDX-License-Identifier: Apache-2.0
package io.wsclose.startup;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * OpenTelemetry's settings, without its classes. System properties go before the environment, as in
 * the SDK's autoconfiguration.
 */
final class OtelSettings {
  private final Properties properties;
  private final Map<String, String> environment;

  OtelSettings(Properties properties, Map<String, String> environment) {
    this.properties = properties;
    this.environment = environment;
  }

  /**
   * Empty if it is not set.
   *
   * @param property e.g. {@code otel.traces.exporter}
   */
  String get(String property) {
    String value = properties.getProperty(property);
    if (value == null) {
      value = environment.get(property.toUpperCase(Locale.ROOT).replace('.', '_'));
    }
    return value == null ? "" : value.trim();
  }

  /** The signal's own setting, else the common one. */
  String first(String own, String common) {
    String value = get(own);
    return value.isEmpty() ? get(common) : value;
  }
}
