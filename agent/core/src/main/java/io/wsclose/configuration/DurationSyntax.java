// SPDX-License-Identifier: Apache-2.0
package io.wsclose.configuration;

import java.time.Duration;
import java.util.Locale;

/**
 * {@link Duration} with a unit, at most an hour: a slip of the unit must not hold a JVM for days.
 */
final class DurationSyntax implements Syntax<Duration> {
  private static final long MAX_MILLIS = 3_600_000;

  @Override
  public Duration parse(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.endsWith("ms")) {
      return duration(lower.substring(0, lower.length() - 2), 1);
    }
    if (lower.endsWith("s")) {
      return duration(lower.substring(0, lower.length() - 1), 1_000);
    }
    if (lower.endsWith("m")) {
      return duration(lower.substring(0, lower.length() - 1), 60_000);
    }
    throw new IllegalArgumentException(text);
  }

  private static Duration duration(String digits, long unitMillis) {
    int number = Integer.parseInt(digits.trim());
    long millis = number * unitMillis;
    if (number < 0 || millis > MAX_MILLIS) {
      throw new IllegalArgumentException(digits);
    }
    return Duration.ofMillis(millis);
  }

  @Override
  public String allowed() {
    return "a duration such as 250ms, 2s or 1m, up to 60m";
  }
}
