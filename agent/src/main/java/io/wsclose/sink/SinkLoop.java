package io.wsclose.sink;

import io.wsclose.record.ConnectionRecord;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What the sink thread does: takes ended connections, lets them wait, explains and tells them. */
final class SinkLoop implements Runnable {
  private static final long TICK_NANOS = 1_000_000_000L;

  /** How many are taken before those that are due get their turn. */
  private static final int BATCH = 256;

  /** Left over at the end for telling what did not leave. */
  private static final long FAREWELL_NANOS = 200_000_000L;

  private final Inbox inbox;
  private final Explanation explanation;
  private final Holding holding;
  private final Outlets outlets;
  private final Losses mishaps;
  private final Time time;
  private final CountDownLatch flushed = new CountDownLatch(1);
  private volatile boolean preparing;
  private volatile boolean draining;
  private volatile boolean drained;
  private volatile long drainDeadline;
  private long tickedNanos;

  /**
   * @param mishaps tells what was lost in here
   */
  SinkLoop(
      Inbox inbox,
      Explanation explanation,
      Holding holding,
      Outlets outlets,
      Losses mishaps,
      Time time) {
    this.inbox = inbox;
    this.explanation = explanation;
    this.holding = holding;
    this.outlets = outlets;
    this.mishaps = mishaps;
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
        mishaps.add(1);
      }
    }
  }

  /** One round, which waits for something to do for at most {@code limit} nanoseconds. */
  void turn(long limit) throws InterruptedException {
    long wait = holding.quietNanos(time.nanos(), limit);
    Optional<ConnectionRecord> next = inbox.await(wait);
    if (preparing) {
      preparing = false;
      outlets.prepare();
    }
    for (int taken = 0; next != null; taken++) {
      hold(next);
      next = taken < BATCH ? inbox.poll() : null;
    }
    for (Held end : holding.takeDue(time.nanos())) {
      tell(end);
    }
    if (time.nanos() - tickedNanos >= TICK_NANOS) {
      tick();
    }
    if (draining && flushed.getCount() > 0) {
      drain();
    }
  }

  private void hold(Optional<ConnectionRecord> record) {
    if (!record.isPresent()) {
      return;
    }
    try {
      holding.add(explanation.firstLook(record.get(), time.nanos()));
    } catch (Throwable failure) {
      mishaps.add(1);
      record.get().release();
    }
  }

  private void tell(Held end) {
    try {
      outlets.tell(explanation.explain(end, time.nanos()));
    } catch (Throwable failure) {
      mishaps.add(1);
    } finally {
      end.record().release();
    }
  }

  private void tick() {
    tickedNanos = time.nanos();
    outlets.tick();
    if (inbox.refusals().isSummaryDue(tickedNanos)) {
      outlets.sumUp(inbox.refusals().takeSummary(tickedNanos));
    }
    reportLosses();
  }

  /** From any thread: this one may be stuck in an appender while losses pile up. */
  void reportLosses() {
    long now = time.nanos();
    inbox.overload().tell(now);
    mishaps.tell(now);
  }

  /** The same at the end of the JVM, when the next time never comes. */
  void reportAllLosses() {
    long now = time.nanos();
    inbox.overload().tellAll(now);
    mishaps.tellAll(now);
  }

  /** Until little time is left, which exporters need for what they got. */
  private void drain() {
    long left = drainDeadline - time.nanos();
    long last = drainDeadline - Math.max(0, left) / 4;
    while (time.nanos() - last < 0) {
      Optional<Held> held = holding.takeFirst();
      if (held.isPresent()) {
        tell(held.get());
        continue;
      }
      Optional<ConnectionRecord> next = inbox.poll();
      if (next == null) {
        break;
      }
      hold(next);
    }
    outlets.sumUp(inbox.refusals().takeSummary(time.nanos()));
    outlets.flush(Math.max(0, drainDeadline - time.nanos() - FAREWELL_NANOS));
    reportAllLosses();
    drained = backlog() == 0;
    flushed.countDown();
  }

  /** Makes ready for ends that come all at once, while there is time. */
  void prepare() {
    preparing = true;
    inbox.wake();
  }

  /**
   * Has everything told that has ended by now, and waits for that. What ends later is still told,
   * as long as the JVM lives.
   *
   * @return whether all was told before {@code deadline}
   */
  boolean drainBefore(long deadline) {
    drainDeadline = deadline;
    draining = true;
    inbox.wake();
    try {
      return flushed.await(Math.max(0, deadline - time.nanos()), TimeUnit.NANOSECONDS) && drained;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Whether what comes in is more than it can keep up with. */
  boolean isBusy() {
    return inbox.isHalfFull();
  }

  /** How many have not been told. */
  long backlog() {
    return holding.size() + inbox.size();
  }
}
