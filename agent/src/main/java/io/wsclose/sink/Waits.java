package io.wsclose.sink;

import io.wsclose.record.ConnectionRecord;

/** How long an end waits before it is told. */
final class Waits {
  private final long siblingsNanos;
  private final long reportedNanos;
  private final ReportingStacks stacks;
  private final Stopping stopping;

  Waits(long siblingsNanos, long reportedNanos, ReportingStacks stacks, Stopping stopping) {
    this.siblingsNanos = siblingsNanos;
    this.reportedNanos = reportedNanos;
    this.stacks = stacks;
    this.stopping = stopping;
  }

  /**
   * @param ambiguous whether other ends may still explain this one
   */
  Held held(ConnectionRecord record, Ending ending, boolean ambiguous, long now) {
    boolean immediate = record.isRefused() || stopping.hasBegun();
    long forSiblings = ambiguous && !immediate ? siblingsNanos : 0;
    long forReport = !immediate && mayBeReported(record) ? reportedNanos : 0;
    boolean untilReported = forReport > forSiblings;
    return new Held(record, ending, now + Math.max(forSiblings, forReport), untilReported);
  }

  private boolean mayBeReported(ConnectionRecord record) {
    return record.openedNanos() != 0
        && !record.isReported()
        && stacks.reports(record.library().name());
  }
}
