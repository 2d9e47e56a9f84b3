// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause;

import java.util.OptionalDouble;

/** Times that a person would set as a limit, met within the error of measuring them. */
public final class RoundTime {
  private RoundTime() {}

  /** The round number of seconds that {@code seconds} stands for; empty if it is not round. */
  public static OptionalDouble near(double seconds) {
    double step = step(seconds);
    double round = step * Math.round(seconds / step);
    // this machine may see a frame late and the end late
    boolean near =
        seconds >= round - Math.max(0.12, round / 500)
            && seconds <= round + Math.max(0.2, round / 200);
    return round > 0 && near ? OptionalDouble.of(round) : OptionalDouble.empty();
  }

  private static double step(double seconds) {
    if (seconds < 11) {
      return 1;
    }
    if (seconds < 123) {
      return 5;
    }
    return seconds < 610 ? 30 : 300;
  }
}
