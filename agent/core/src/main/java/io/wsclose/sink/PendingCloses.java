// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/** Closes that wait for what may still explain them; bounded. For one thread. */
final class PendingCloses {
  /** A stack that reports late is asked this often, so that nothing happens on its threads. */
  private static final long ASK_NANOS = 50_000_000L;

  private final PriorityQueue<PendingClose> pending = new PriorityQueue<>(11, new ByDueTime());
  private final int capacity;
  private final long maxWeight;
  private long weight;
  private int awaitingReport;
  private long askedNanos;

  /**
   * @param capacity beyond it, what would be due first goes early
   * @param maxWeight bytes of heap, beyond which the same happens
   */
  PendingCloses(int capacity, long maxWeight) {
    this.capacity = capacity;
    this.maxWeight = maxWeight;
  }

  void add(PendingClose end) {
    pending.add(end);
    weight += end.weight();
    awaitingReport += end.isUntilReported() ? 1 : 0;
  }

  int size() {
    return pending.size();
  }

  /** Takes out what need not wait any longer, in the order in which it was due. */
  List<PendingClose> takeDue(long now) {
    List<PendingClose> due = new ArrayList<>();
    while (!pending.isEmpty() && (isFull() || pending.peek().dueNanos() - now <= 0)) {
      due.add(taken(pending.remove()));
    }
    if (awaitingReport > 0 && now - askedNanos >= ASK_NANOS) {
      askedNanos = now;
      takeReported(due);
    }
    return due;
  }

  private boolean isFull() {
    return pending.size() > capacity || weight > maxWeight;
  }

  private void takeReported(List<PendingClose> due) {
    for (Iterator<PendingClose> each = pending.iterator(); each.hasNext(); ) {
      PendingClose end = each.next();
      if (end.isUntilReported() && end.record().isReported()) {
        each.remove();
        due.add(taken(end));
      }
    }
  }

  /** The one that would be due first. */
  Optional<PendingClose> takeFirst() {
    return pending.isEmpty() ? Optional.empty() : Optional.of(taken(pending.remove()));
  }

  private PendingClose taken(PendingClose end) {
    weight -= end.weight();
    awaitingReport -= end.isUntilReported() ? 1 : 0;
    return end;
  }

  /** How long nothing needs to be done, at most {@code limit}. */
  long quietNanos(long now, long limit) {
    long quiet = awaitingReport > 0 ? Math.min(limit, ASK_NANOS) : limit;
    return pending.isEmpty()
        ? quiet
        : Math.max(0, Math.min(quiet, pending.peek().dueNanos() - now));
  }

  /** A named class: this is made before {@code main}, where a first lambda costs start-up. */
  private static final class ByDueTime implements Comparator<PendingClose> {
    @Override
    public int compare(PendingClose one, PendingClose other) {
      return Long.compare(one.dueNanos() - other.dueNanos(), 0);
    }
  }
}
