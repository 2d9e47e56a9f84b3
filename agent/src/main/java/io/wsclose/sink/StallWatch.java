package io.wsclose.sink;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Whether the sink thread hangs in foreign code: an appender of the application's log, standard
 * error. Reported once each time by another thread, and when it is over.
 */
final class StallWatch {
  private static final long LONG_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Consumer<String> console;
  private final Time time;
  private String doing;
  private long sinceNanos;
  private boolean reported;

  StallWatch(Consumer<String> console, Time time) {
    this.console = console;
    this.time = time;
  }

  /**
   * On the sink thread.
   *
   * @param what the beginning of a sentence that ends with a time
   */
  synchronized void begin(String what) {
    doing = what;
    sinceNanos = time.nanos();
  }

  /** On the sink thread. */
  synchronized void end() {
    if (reported) {
      console.accept("close events are emitted again, after " + seconds() + " s");
    }
    doing = null;
    reported = false;
  }

  /** On any other thread, about once a second. */
  synchronized void check() {
    if (doing != null && !reported && time.nanos() - sinceNanos >= LONG_NANOS) {
      reported = true;
      console.accept(
          doing
              + " for "
              + seconds()
              + " s: close events wait meanwhile, and those beyond the queue are dropped and"
              + " counted");
    }
  }

  private long seconds() {
    return TimeUnit.NANOSECONDS.toSeconds(time.nanos() - sinceNanos);
  }
}
