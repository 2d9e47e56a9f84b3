// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import java.util.concurrent.TimeUnit;

/** How often one hook of one class failed within the last minute. */
final class FailureCount {
  /** What one odd object of the application may cause; failing this often costs a few ms. */
  static final int LIMIT = 50;

  private static final long WINDOW_NANOS = TimeUnit.MINUTES.toNanos(1);

  private int count;
  private long sinceNanos;
  private volatile boolean off;

  /** Whether the limit was reached once. */
  boolean isOff() {
    return off;
  }

  /** Counts one more; true for the one that reaches the limit. */
  synchronized boolean isOneTooMany(long nowNanos) {
    if (count == 0 || nowNanos - sinceNanos > WINDOW_NANOS) {
      count = 0;
      sinceNanos = nowNanos;
    }
    count++;
    boolean reached = !off && count >= LIMIT;
    off |= reached;
    return reached;
  }
}
