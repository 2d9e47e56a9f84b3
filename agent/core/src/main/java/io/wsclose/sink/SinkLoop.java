// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink;

import io.wsclose.event.CloseEvent;
import io.wsclose.record.ConnectionRecord;
import io.wsclose.sink.emit.Emitter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What the sink thread does: takes ended connections, keeps those that wait, explains and emits
 * them.
 */
final class SinkLoop implements Runnable {
  private static final long TICK_NANOS = 1_000_000_000L;

  /** How many are taken before those that are due get their turn. */
  private static final int BATCH = 256;

  /**
   * After a drain the JVM may end at any moment; an endpoint that takes longer is as good as none.
   */
  private static final long LATE_NANOS = 1_000_000_000L;

  /** Reserved for reporting what was not sent. */
  private static final long FAREWELL_NANOS = 200_000_000L;

  private final CloseQueue queue;
  private final Explainer explainer;
  private final PendingCloses pending;
  private final Emitter emitter;
  private final LossCounter internalErrors;
  private final Time time;
  private volatile boolean preparing;
  private volatile Drain drain;
  private long tickedNanos;

  /**
   * @param internalErrors counts the closes that were lost to a failure of this code
   */
  SinkLoop(
      CloseQueue queue,
      Explainer explainer,
      PendingCloses pending,
      Emitter emitter,
      LossCounter internalErrors,
      Time time) {
    this.queue = queue;
    this.explainer = explainer;
    this.pending = pending;
    this.emitter = emitter;
    this.internalErrors = internalErrors;
    this.time = time;
    this.tickedNanos = time.nanos();
  }

  @Override
  public void run() {
    while (true) {
      try {
        turn(TICK_NANOS);
      } catch (InterruptedException e) {
        // nobody of ours does that; code of the application that runs on this thread may
      } catch (Throwable failure) {
        internalErrors.add(1);
      }
    }
  }

  /** One round, which waits for something to do for at most {@code limit} nanoseconds. */
  void turn(long limit) throws InterruptedException {
    long wait = pending.quietNanos(time.nanos(), limit);
    Optional<ConnectionRecord> next = queue.await(wait);
    if (preparing) {
      preparing = false;
      emitter.prepare();
    }
    for (int taken = 0; next != null; taken++) {
      keep(next);
      next = taken < BATCH ? queue.poll() : null;
    }
    emit(pending.takeDue(time.nanos()));
    if (time.nanos() - tickedNanos >= TICK_NANOS) {
      tick();
    }
    Drain asked = drain;
    if (asked != null && !asked.isOver()) {
      drain(asked);
    }
  }

  private void keep(Optional<ConnectionRecord> record) {
    if (!record.isPresent()) {
      return;
    }
    try {
      pending.add(explainer.firstLook(record.get(), time.nanos()));
    } catch (Throwable failure) {
      internalErrors.add(1);
      record.get().release();
    }
  }

  private void emit(List<PendingClose> due) {
    boolean late = drain != null && drain.isOver();
    int atOnce = late ? BATCH : 1;
    for (int from = 0; from < due.size(); from += atOnce) {
      List<CloseEvent> events = explain(due.subList(from, Math.min(from + atOnce, due.size())));
      if (late) {
        emitter.emitAtOnce(events, LATE_NANOS);
      } else {
        events.forEach(emitter::emit);
      }
    }
  }

  private List<CloseEvent> explain(List<PendingClose> ends) {
    List<CloseEvent> events = new ArrayList<>(ends.size());
    for (PendingClose end : ends) {
      try {
        events.add(explainer.explain(end, time.nanos()));
      } catch (Throwable failure) {
        internalErrors.add(1);
      } finally {
        end.record().release();
      }
    }
    return events;
  }

  private void tick() {
    tickedNanos = time.nanos();
    emitter.tick();
    if (queue.refusals().isSummaryDue(tickedNanos)) {
      emitter.summarize(queue.refusals().takeSummary(tickedNanos));
    }
    reportLosses();
  }

  private void reportLosses() {
    long now = time.nanos();
    queue.overload().reportDue(now);
    internalErrors.reportDue(now);
  }

  /** On another thread than the sink's, which may be stuck in an appender while losses pile up. */
  void check() {
    emitter.checkStall();
    reportLosses();
  }

  private void reportAllLosses() {
    long now = time.nanos();
    queue.overload().reportAll(now);
    internalErrors.reportAll(now);
  }

  /** The same at the end of the JVM: what the sink thread did not get to. */
  void checkAtLast() {
    emitter.summarizeAtLast(queue.refusals().takeSummary(time.nanos()));
    reportAllLosses();
  }

  /** Until little time is left, which exporters need for what they got. */
  private void drain(Drain asked) {
    long left = asked.deadline - time.nanos();
    long last = asked.deadline - Math.max(0, left) / 4;
    while (time.nanos() - last < 0) {
      Optional<PendingClose> first = pending.takeFirst();
      if (first.isPresent()) {
        emit(Collections.singletonList(first.get()));
        continue;
      }
      Optional<ConnectionRecord> next = queue.poll();
      if (next == null) {
        break;
      }
      keep(next);
    }
    emitter.summarize(queue.refusals().takeSummary(time.nanos()));
    emitter.flush(Math.max(0, asked.deadline - time.nanos() - FAREWELL_NANOS));
    reportAllLosses();
    asked.over(backlog() == 0);
  }

  /** Makes ready for ends that come all at once, while there is time. */
  void prepare() {
    preparing = true;
    queue.wake();
  }

  /**
   * Emits everything that has ended by now and waits for that. What ends later is emitted and sent
   * at once, as long as the JVM lives.
   *
   * @return whether everything was emitted before {@code deadline}
   */
  boolean drainBefore(long deadline) {
    Drain asked = new Drain(deadline);
    drain = asked;
    queue.wake();
    try {
      return asked.await(deadline - time.nanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** One request to drain. */
  private static final class Drain {
    private final CountDownLatch over = new CountDownLatch(1);
    private final long deadline;
    private volatile boolean complete;

    private Drain(long deadline) {
      this.deadline = deadline;
    }

    private boolean isOver() {
      return over.getCount() == 0;
    }

    private void over(boolean nothingLeft) {
      complete = nothingLeft;
      over.countDown();
    }

    private boolean await(long nanos) throws InterruptedException {
      return over.await(Math.max(0, nanos), TimeUnit.NANOSECONDS) && complete;
    }
  }

  /** Whether what comes in is more than it can keep up with. */
  boolean isBusy() {
    return queue.isHalfFull();
  }

  /** How many have not been emitted. */
  long backlog() {
    return pending.size() + queue.size();
  }
}
