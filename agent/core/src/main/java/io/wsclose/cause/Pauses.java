// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause;

import io.wsclose.record.Evidence;
import io.wsclose.record.Pause;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** When this JVM did not run: garbage collections, a stopped process or machine; immutable. */
public final class Pauses {
  /**
   * What the kernel kept during a pause is read within that time after it, on a busy machine too.
   */
  private static final long SOON_NANOS = 500_000_000L;

  private static final Pauses NONE = new Pauses(Collections.emptyList());

  private final List<Pause> pauses;

  private Pauses(List<Pause> pauses) {
    this.pauses = pauses;
  }

  public static Pauses none() {
    return NONE;
  }

  public static Pauses of(List<Pause> pauses) {
    return pauses.isEmpty() ? NONE : new Pauses(new ArrayList<>(pauses));
  }

  /** The longest pause that lies at least partly between these. */
  public Optional<Pause> between(long from, long to) {
    return pauses.stream()
        .filter(pause -> pause.overlap(from, to) > 0)
        .max(Comparator.comparingLong(Pause::nanos));
  }

  /**
   * The pause that may have to do with the first sign of the end: that was noticed in it or right
   * after it, so that it may have happened at any time in it; or a good part of the silence before
   * the sign was this JVM's own.
   */
  public Optional<Pause> behind(Evidence evidence) {
    long sign = evidence.firstSignNanos();
    Optional<Pause> last = between(sign - SOON_NANOS, sign + 1);
    if (last.isPresent()) {
      return last;
    }
    long silence = Math.max(evidence.idleReceivedNanos(), evidence.idleSentNanos());
    return between(sign - silence, sign)
        .filter(pause -> pause.overlap(sign - silence, sign) > silence / 4);
  }
}
