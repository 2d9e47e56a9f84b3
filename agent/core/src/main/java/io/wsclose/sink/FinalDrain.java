// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink;

import io.wsclose.record.ConnectionRecord;
import io.wsclose.record.RecordingBackend;
import io.wsclose.sink.shutdown.JvmStop;
import io.wsclose.sink.shutdown.OtherHooks;
import io.wsclose.sink.shutdown.ShutdownState;
import java.util.function.Consumer;

/**
 * The end of the JVM. Shutdown hooks run side by side: while another one runs, the application may
 * still close its connections in an orderly way, and the JVM lives on anyway, so waiting for it
 * delays nothing. Only what nobody has closed near the end of the bound is ended here.
 *
 * <p>Once no other hook runs, closing handshakes that are under way get a moment to finish.
 */
final class FinalDrain {
  private static final long STEP_NANOS = 10_000_000L;
  private static final long QUIET_NANOS = 500_000_000L;

  /** To end a connection here and to explain it; a slow core needs about half of that. */
  private static final long EACH_NANOS = 500_000L;

  /** Where other hooks take this long, what starts and stops JVMs kills them (Kubernetes: 30 s). */
  private static final long LONGEST_NANOS = 30_000_000_000L;

  /** For what came after the drain: the first export has made the connection. */
  private static final long LAST_NANOS = 1_000_000_000L;

  private final RecordingBackend backend;
  private final SinkLoop loop;
  private final ShutdownState shutdown;
  private final Consumer<String> console;
  private final Time time;

  FinalDrain(
      RecordingBackend backend,
      SinkLoop loop,
      ShutdownState shutdown,
      Consumer<String> console,
      Time time) {
    this.backend = backend;
    this.loop = loop;
    this.shutdown = shutdown;
    this.console = console;
    this.time = time;
  }

  /**
   * @param bound by how much this may delay the end of the JVM, in nanoseconds
   */
  void run(long bound, OtherHooks others, JvmStop.Search search) {
    long start = time.nanos();
    shutdown.begin(start);
    if (backend.openCount() > 0) {
      loop.prepare();
      JvmStop stop = search.find();
      backend.stopping(stop.what(), stop.caller());
    }
    awaitCloses(start + bound, bound, others);
    endTheRest(start + bound / 10 * 9);
    boolean drained = loop.drainBefore(start + bound);
    if (others.areRunning()) {
      awaitEnd(start + Math.max(bound, LONGEST_NANOS), others);
      drained = drainLate();
    }
    if (!drained) {
      long lost = loop.backlog();
      console.accept(
          lost > 0
              ? "the JVM ends before all close events left; at least " + lost + " are lost"
              : "the JVM ends before it is known whether all spans arrived");
    }
  }

  /** Until a fifth of the bound is left, or more if many connections have to be ended here. */
  private void awaitCloses(long end, long bound, OtherHooks others) {
    int open = backend.openCount();
    long moved = time.nanos();
    while (time.nanos() - end + timeToEnd(open, bound) < 0) {
      if (others.areRunning()) {
        moved = time.nanos();
      } else if (open == 0 || time.nanos() - moved >= QUIET_NANOS) {
        return;
      }
      time.pause(STEP_NANOS);
      int now = backend.openCount();
      if (now != open) {
        open = now;
        moved = time.nanos();
      }
    }
  }

  private static long timeToEnd(int open, long bound) {
    return Math.min(bound / 2, bound / 5 + open * EACH_NANOS);
  }

  /** At the pace of the sink thread, so that a great many do not overrun the queue. */
  private void endTheRest(long deadline) {
    for (ConnectionRecord record : backend.open()) {
      while (loop.isBusy() && time.nanos() - deadline < 0) {
        time.pause(STEP_NANOS);
      }
      record.ended();
    }
  }

  private void awaitEnd(long deadline, OtherHooks others) {
    while (others.areRunning() && time.nanos() - deadline < 0) {
      time.pause(STEP_NANOS);
    }
  }

  /** What opened or ended while other hooks went on. */
  private boolean drainLate() {
    long deadline = time.nanos() + LAST_NANOS;
    endTheRest(deadline - LAST_NANOS / 2);
    return loop.drainBefore(deadline);
  }
}
