package io.wsclose.cause;

import io.wsclose.record.Evidence;

/** Whether the peer had stopped taking what was sent to it: TCP flow control. */
public final class SendStall {
  /** A healthy path drains a queue within a few round trips. */
  private static final long STALL_NANOS = 1_000_000_000L;

  private SendStall() {}

  /** Whether frames waited, and the transport took none of them for a second or more. */
  public static boolean isIn(Evidence evidence) {
    return evidence.stalledNanos().orElse(0) >= STALL_NANOS;
  }
}
