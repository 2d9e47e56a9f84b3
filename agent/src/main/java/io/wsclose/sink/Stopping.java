package io.wsclose.sink;

import io.wsclose.record.Evidence;

/** Whether the JVM is shutting down, and since when. */
final class Stopping {
  private volatile boolean begun;
  private volatile long sinceNanos;

  void begin(long now) {
    sinceNanos = now;
    begun = true;
  }

  boolean hasBegun() {
    return begun;
  }

  /** Whether it had begun when the connection was gone. */
  boolean before(Evidence evidence) {
    return begun && evidence.endedNanos() - sinceNanos >= 0;
  }
}
