// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.emit;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Whether the sink thread hangs in foreign code: an appender of the application's log, standard
 * error. Reported once each time by another thread, and when it is over.
 */
public final class StallWatch {
  private static final long LONG_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Consumer<String> console;
  private final LongSupplier clock;
  private String doing;
  private long sinceNanos;
  private boolean reported;

  public StallWatch(Consumer<String> console, LongSupplier clock) {
    this.console = console;
    this.clock = clock;
  }

  /**
   * On the sink thread.
   *
   * @param what the beginning of a sentence that ends with a time
   */
  synchronized void begin(String what) {
    doing = what;
    sinceNanos = clock.getAsLong();
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
    if (doing != null && !reported && clock.getAsLong() - sinceNanos >= LONG_NANOS) {
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
    return TimeUnit.NANOSECONDS.toSeconds(clock.getAsLong() - sinceNanos);
  }
}
