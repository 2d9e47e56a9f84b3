package io.wsclose.sink;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Counts events that were dropped, and says so: at most once a minute, and at the end. From any
 * thread.
 */
final class Losses {
  private static final long MINUTE_NANOS = 60_000_000_000L;

  private final AtomicLong untold = new AtomicLong();
  private final String what;
  private final Consumer<String> console;
  private long total;
  private long toldNanos;
  private boolean told;

  /**
   * @param what the end of a sentence that begins with a number
   */
  Losses(String what, Consumer<String> console) {
    this.what = what;
    this.console = console;
  }

  void add(long count) {
    untold.addAndGet(count);
  }

  synchronized void tell(long now) {
    if (untold.get() > 0 && (!told || now - toldNanos >= MINUTE_NANOS)) {
      tellAll(now);
    }
  }

  synchronized void tellAll(long now) {
    long count = untold.getAndSet(0);
    if (count == 0) {
      return;
    }
    total += count;
    told = true;
    toldNanos = now;
    console.accept(count + " " + what + (total > count ? " (" + total + " so far)" : ""));
  }
}
