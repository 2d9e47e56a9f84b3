// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause;

import io.wsclose.record.Backlog;
import io.wsclose.record.Evidence;

/** Whether the peer had stopped taking what was sent to it: TCP flow control. */
public final class SendStall {
  /** A healthy path drains a queue within a few round trips. */
  private static final long STALL_NANOS = 1_000_000_000L;

  private SendStall() {}

  /** Whether frames waited, and the transport took none of them for a second or more. */
  public static boolean isIn(Evidence evidence) {
    return nanos(evidence) >= STALL_NANOS;
  }

  /**
   * For how long before the first sign of the end the transport took nothing of what waited; 0
   * where nothing waited, or it is not known.
   */
  public static long nanos(Evidence evidence) {
    Backlog backlog = evidence.traffic().backlog();
    long stalled = evidence.firstSignNanos() - backlog.takenNanos();
    return backlog.queuedFrames() > 0 && backlog.takenNanos() != 0 ? Math.max(0, stalled) : 0;
  }
}
