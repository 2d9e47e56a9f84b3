// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Durations as people read them. */
public final class Units {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private Units() {}

  /** {@code 250 ms}, {@code 60.0 s}, {@code 12 min 5 s} or {@code 3 h 20 min}. */
  public static String duration(long nanos) {
    // rounded as the attributes in milliseconds are, so that one event does not tell two figures
    long millis = Math.max(0, Math.round(nanos / 1e6));
    if (millis < 1_000) {
      return millis + " ms";
    }
    long seconds = TimeUnit.NANOSECONDS.toSeconds(nanos);
    if (seconds < 600) {
      return String.format(Locale.ROOT, "%.1f s", nanos / (double) SECOND);
    }
    return seconds < 7200
        ? seconds / 60 + " min " + seconds % 60 + " s"
        : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }

  /** A configured limit: {@code 60 s}, {@code 0.5 s}, {@code 5 min}, {@code 4 h}. */
  public static String limit(double seconds) {
    if (seconds >= 7200 && seconds % 3600 == 0) {
      return (long) seconds / 3600 + " h";
    }
    if (seconds >= 300 && seconds % 60 == 0) {
      return (long) seconds / 60 + " min";
    }
    return seconds == Math.rint(seconds)
        ? (long) seconds + " s"
        : String.format(Locale.ROOT, "%.1f s", seconds);
  }

  /** {@code 512 B}, {@code 3.9 kB}, {@code 19.3 MB}. */
  public static String bytes(long bytes) {
    if (bytes < 1_000) {
      return bytes + " B";
    }
    return bytes < 1_000_000
        ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  public static double seconds(long nanos) {
    return nanos / (double) SECOND;
  }

  /** {@code 1 ping}, {@code 2 pings}. */
  public static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
