// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink;

import io.wsclose.record.ConnectionRecord;
import io.wsclose.sink.siblings.CloseSummary;

/** An ended connection that waits to be emitted, and until when. */
final class PendingClose {
  private final ConnectionRecord record;
  private final CloseSummary summary;
  private final long dueNanos;
  private final boolean untilReported;
  private final int weight;

  /**
   * @param untilReported whether it may go as soon as the stack told the application
   */
  PendingClose(
      ConnectionRecord record, CloseSummary summary, long dueNanos, boolean untilReported) {
    this.record = record;
    this.summary = summary;
    this.dueNanos = dueNanos;
    this.untilReported = untilReported;
    this.weight = record.weight();
  }

  ConnectionRecord record() {
    return record;
  }

  CloseSummary summary() {
    return summary;
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
