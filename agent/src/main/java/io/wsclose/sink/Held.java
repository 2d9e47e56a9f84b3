package io.wsclose.sink;

import io.wsclose.record.ConnectionRecord;

/** An ended connection that waits to be told, and until when. */
final class Held {
  private final ConnectionRecord record;
  private final Ending ending;
  private final long dueNanos;
  private final boolean untilReported;

  /**
   * @param untilReported whether it may go as soon as the stack told the application
   */
  Held(ConnectionRecord record, Ending ending, long dueNanos, boolean untilReported) {
    this.record = record;
    this.ending = ending;
    this.dueNanos = dueNanos;
    this.untilReported = untilReported;
  }

  ConnectionRecord record() {
    return record;
  }

  Ending ending() {
    return ending;
  }

  long dueNanos() {
    return dueNanos;
  }

  boolean isUntilReported() {
    return untilReported;
  }
}
