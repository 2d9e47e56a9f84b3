package io.wsclose.sink;

import io.wsclose.record.ConnectionRecord;

/** An ended connection that waits to be told, and until when. */
final class Held {
  private final ConnectionRecord record;
  private final Ending ending;
  private final long dueNanos;
  private final boolean untilReported;
  private final int weight;

  /**
   * @param untilReported whether it may go as soon as the stack told the application
   */
  Held(ConnectionRecord record, Ending ending, long dueNanos, boolean untilReported) {
    this.record = record;
    this.ending = ending;
    this.dueNanos = dueNanos;
    this.untilReported = untilReported;
    this.weight = record.weight();
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

  /** Bytes on the heap, roughly. */
  int weight() {
    return weight;
  }

  boolean isUntilReported() {
    return untilReported;
  }
}
