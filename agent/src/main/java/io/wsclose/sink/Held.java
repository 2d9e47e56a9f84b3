package io.wsclose.sink;

import io.wsclose.record.ConnectionRecord;

/** An ended connection that waits to be told, and until when. */
final class Held implements Comparable<Held> {
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

  /** By the time when it is due. */
  @Override
  public int compareTo(Held other) {
    return Long.compare(dueNanos - other.dueNanos, 0);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return record.hashCode();
  }

  boolean isUntilReported() {
    return untilReported;
  }
}
