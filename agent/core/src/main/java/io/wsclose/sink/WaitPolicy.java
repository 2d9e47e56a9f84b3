// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink;

import io.wsclose.record.ConnectionRecord;
import io.wsclose.sink.shutdown.ShutdownState;
import io.wsclose.sink.siblings.CloseSummary;
import java.util.function.Predicate;

/** How long a close waits before it is emitted. */
final class WaitPolicy {
  private final long siblingsNanos;
  private final long reportedNanos;
  private final Predicate<String> reportingStacks;
  private final ShutdownState shutdown;

  WaitPolicy(
      long siblingsNanos,
      long reportedNanos,
      Predicate<String> reportingStacks,
      ShutdownState shutdown) {
    this.siblingsNanos = siblingsNanos;
    this.reportedNanos = reportedNanos;
    this.reportingStacks = reportingStacks;
    this.shutdown = shutdown;
  }

  /**
   * @param ambiguous whether other ends may still explain this one
   */
  PendingClose pending(ConnectionRecord record, CloseSummary summary, boolean ambiguous, long now) {
    boolean immediate = record.isRefused() || shutdown.hasBegun();
    long forSiblings = ambiguous && !immediate ? siblingsNanos : 0;
    long forReport = !immediate && mayBeReported(record) ? reportedNanos : 0;
    boolean untilReported = forReport > forSiblings;
    return new PendingClose(record, summary, now + Math.max(forSiblings, forReport), untilReported);
  }

  private boolean mayBeReported(ConnectionRecord record) {
    return record.openedNanos() != 0
        && !record.isReported()
        && reportingStacks.test(record.library().name());
  }
}
