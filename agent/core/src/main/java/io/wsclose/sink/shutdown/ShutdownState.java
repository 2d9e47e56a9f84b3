// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.shutdown;

import io.wsclose.record.Evidence;

/** Whether the JVM is shutting down, and since when. */
public final class ShutdownState {
  private volatile boolean begun;
  private volatile long sinceNanos;

  public void begin(long now) {
    sinceNanos = now;
    begun = true;
  }

  public boolean hasBegun() {
    return begun;
  }

  /** Whether it had begun when the connection was gone. */
  public boolean hadBegunBefore(Evidence evidence) {
    return begun && evidence.endedNanos() - sinceNanos >= 0;
  }
}
