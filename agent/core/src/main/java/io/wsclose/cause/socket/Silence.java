// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.socket;

import io.wsclose.cause.RoundTime;
import io.wsclose.cause.Units;
import io.wsclose.record.Evidence;
import java.util.Locale;
import java.util.OptionalDouble;

/** What the silence before an end may mean. */
public final class Silence {
  /** A write of ours this shortly before may have drawn the end. */
  private static final double PROVOKED_SECONDS = 1;

  /** From here on any silence may have met a limit; shorter ones are limits only if round. */
  private static final double LONG_SECONDS = 5;

  /** Two decimals show it as round. */
  private static final double EXACT_SECONDS = 0.01;

  private Silence() {}

  /** Whether an idle limit on the path may have ended it. */
  public static boolean mayBeLimit(Evidence evidence) {
    double seconds = Units.seconds(evidence.silenceNanos());
    return Units.seconds(evidence.idleSentNanos()) >= PROVOKED_SECONDS
        && (seconds >= LONG_SECONDS || round(evidence).isPresent());
  }

  /**
   * {@code 3.00 s is a round number: look for a timeout of 3 s on the path}; empty if the silence
   * is not near one.
   */
  public static String line(Evidence evidence) {
    OptionalDouble round = round(evidence);
    if (!round.isPresent()) {
      return "";
    }
    double seconds = Units.seconds(evidence.silenceNanos());
    String limit = Units.limit(round.getAsDouble());
    boolean exact = Math.abs(seconds - round.getAsDouble()) < EXACT_SECONDS;
    return String.format(Locale.ROOT, "%.2f s is ", seconds)
        + (exact ? "a round number" : "close to " + limit)
        + ": look for a timeout of "
        + limit
        + " on the path";
  }

  /** Why a long silence is not taken for a limit on the path; empty where it is. */
  public static String broken(Evidence evidence) {
    double sent = Units.seconds(evidence.idleSentNanos());
    return evidence.hadSent()
            && sent < PROVOKED_SECONDS
            && Units.seconds(evidence.idleReceivedNanos()) >= PROVOKED_SECONDS
        ? "this JVM sent a frame "
            + Units.duration(evidence.idleSentNanos())
            + " before the end, so no idle limit on the path ended it"
        : "";
  }

  private static OptionalDouble round(Evidence evidence) {
    return Units.seconds(evidence.idleSentNanos()) < PROVOKED_SECONDS
        ? OptionalDouble.empty()
        : RoundTime.near(Units.seconds(evidence.silenceNanos()));
  }
}
