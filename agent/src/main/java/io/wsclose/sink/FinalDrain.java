package io.wsclose.sink;

import io.wsclose.record.ConnectionRecord;
import io.wsclose.record.RecordingBackend;
import java.util.function.Consumer;

/**
 * The end of the JVM. Shutdown hooks run side by side, so the stacks may be closing their
 * connections right now: they get most of the time, as long as it goes on.
 */
final class FinalDrain {
  private static final long STEP_NANOS = 10_000_000L;
  private static final long QUIET_NANOS = 500_000_000L;

  private final RecordingBackend backend;
  private final SinkLoop loop;
  private final Stopping stopping;
  private final Consumer<String> console;
  private final Time time;

  FinalDrain(
      RecordingBackend backend,
      SinkLoop loop,
      Stopping stopping,
      Consumer<String> console,
      Time time) {
    this.backend = backend;
    this.loop = loop;
    this.stopping = stopping;
    this.console = console;
    this.time = time;
  }

  /**
   * @param bound how long all of it may take, in nanoseconds
   */
  void run(long bound) {
    long start = time.nanos();
    stopping.begin(start);
    backend.stopping("JVM shutdown");
    if (backend.openCount() > 0) {
      loop.prepare();
    }
    awaitCloses(start + bound / 5 * 3);
    endTheRest(start + bound / 5 * 4);
    if (!loop.drainBefore(start + bound)) {
      long lost = loop.backlog();
      console.accept(
          lost > 0
              ? "the JVM ends before all close events left; at least " + lost + " are lost"
              : "the JVM ends before it is known whether all spans arrived");
    }
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

  private void awaitCloses(long deadline) {
    int open = backend.openCount();
    long changed = time.nanos();
    while (open > 0 && time.nanos() - deadline < 0 && time.nanos() - changed < QUIET_NANOS) {
      time.pause(STEP_NANOS);
      int now = backend.openCount();
      if (now != open) {
        open = now;
        changed = time.nanos();
      }
    }
  }
}
