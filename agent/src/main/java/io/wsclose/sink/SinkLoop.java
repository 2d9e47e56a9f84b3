package io.wsclose.sink;

import io.wsclose.event.CloseEvent;
import io.wsclose.record.ConnectionRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What the sink thread does: takes ended connections, lets them wait, explains and tells them. */
final class SinkLoop implements Runnable {
  private static final long TICK_NANOS = 1_000_000_000L;

  /** How many are taken before those that are due get their turn. */
  private static final int BATCH = 256;

  /**
   * After a drain the JVM may end at any moment; an endpoint that takes longer is as good as none.
   */
  private static final long LATE_NANOS = 1_000_000_000L;

  /** Left over at the end for telling what did not leave. */
  private static final long FAREWELL_NANOS = 200_000_000L;

  private final Inbox inbox;
  private final Explanation explanation;
  private final Holding holding;
  private final Outlets outlets;
  private final Losses mishaps;
  private final Time time;
  private volatile boolean preparing;
  private volatile Drain drain;
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
    tell(holding.takeDue(time.nanos()));
    if (time.nanos() - tickedNanos >= TICK_NANOS) {
      tick();
    }
    Drain asked = drain;
    if (asked != null && !asked.isOver()) {
      drain(asked);
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

  private void tell(List<Held> due) {
    boolean late = drain != null && drain.isOver();
    int atOnce = late ? BATCH : 1;
    for (int from = 0; from < due.size(); from += atOnce) {
      List<CloseEvent> events = explain(due.subList(from, Math.min(from + atOnce, due.size())));
      if (late) {
        outlets.tellAtOnce(events, LATE_NANOS);
      } else {
        events.forEach(outlets::tell);
      }
    }
  }

  private List<CloseEvent> explain(List<Held> ends) {
    List<CloseEvent> events = new ArrayList<>(ends.size());
    for (Held end : ends) {
      try {
        events.add(explanation.explain(end, time.nanos()));
      } catch (Throwable failure) {
        mishaps.add(1);
      } finally {
        end.record().release();
      }
    }
    return events;
  }

  private void tick() {
    tickedNanos = time.nanos();
    outlets.tick();
    if (inbox.refusals().isSummaryDue(tickedNanos)) {
      outlets.sumUp(inbox.refusals().takeSummary(tickedNanos));
    }
    reportLosses();
  }

  private void reportLosses() {
    long now = time.nanos();
    inbox.overload().tell(now);
    mishaps.tell(now);
  }

  /** On another thread than the sink's, which may be stuck in an appender while losses pile up. */
  void check() {
    outlets.checkStall();
    reportLosses();
  }

  private void reportAllLosses() {
    long now = time.nanos();
    inbox.overload().tellAll(now);
    mishaps.tellAll(now);
  }

  /** The same at the end of the JVM: what the sink thread did not get to. */
  void checkAtLast() {
    outlets.sumUpAtLast(inbox.refusals().takeSummary(time.nanos()));
    reportAllLosses();
  }

  /** Until little time is left, which exporters need for what they got. */
  private void drain(Drain asked) {
    long left = asked.deadline - time.nanos();
    long last = asked.deadline - Math.max(0, left) / 4;
    while (time.nanos() - last < 0) {
      Optional<Held> held = holding.takeFirst();
      if (held.isPresent()) {
        tell(Collections.singletonList(held.get()));
        continue;
      }
      Optional<ConnectionRecord> next = inbox.poll();
      if (next == null) {
        break;
      }
      hold(next);
    }
    outlets.sumUp(inbox.refusals().takeSummary(time.nanos()));
    outlets.flush(Math.max(0, asked.deadline - time.nanos() - FAREWELL_NANOS));
    reportAllLosses();
    asked.over(backlog() == 0);
  }

  /** Makes ready for ends that come all at once, while there is time. */
  void prepare() {
    preparing = true;
    inbox.wake();
  }

  /**
   * Has everything told that has ended by now, and waits for that. What ends later is told and sent
   * at once, as long as the JVM lives.
   *
   * @return whether all was told before {@code deadline}
   */
  boolean drainBefore(long deadline) {
    Drain asked = new Drain(deadline);
    drain = asked;
    inbox.wake();
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
    return inbox.isHalfFull();
  }

  /** How many have not been told. */
  long backlog() {
    return holding.size() + inbox.size();
  }
}
