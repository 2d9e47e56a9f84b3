// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Counts events that were dropped, and says so: at most once a minute, and at the end. From any
 * thread.
 */
final class LossCounter {
  private static final long MINUTE_NANOS = 60_000_000_000L;

  private final AtomicLong unreported = new AtomicLong();
  private final String what;
  private final Consumer<String> console;
  private long total;
  private long reportedNanos;
  private boolean reported;

  /**
   * @param what the end of a sentence that begins with a number
   */
  LossCounter(String what, Consumer<String> console) {
    this.what = what;
    this.console = console;
  }

  void add(long count) {
    unreported.addAndGet(count);
  }

  synchronized void reportDue(long now) {
    if (unreported.get() > 0 && (!reported || now - reportedNanos >= MINUTE_NANOS)) {
      reportAll(now);
    }
  }

  synchronized void reportAll(long now) {
    long count = unreported.getAndSet(0);
    if (count == 0) {
      return;
    }
    total += count;
    reported = true;
    reportedNanos = now;
    console.accept(count + " " + what + (total > count ? " (" + total + " so far)" : ""));
  }
}
