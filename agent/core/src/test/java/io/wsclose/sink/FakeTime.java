// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink;

import java.util.Map;
import java.util.TreeMap;

/** A clock that goes on only when a test says so, or when it is waited for. */
final class FakeTime implements Time {
  private final long start = System.nanoTime();
  private final Map<Long, Runnable> atMillis = new TreeMap<>();
  private long nanos = start;
  private Runnable whilePausing = () -> {};

  @Override
  public synchronized long nanos() {
    return nanos;
  }

  @Override
  public void pause(long pause) {
    advance(pause);
    whilePausing.run();
    atMillis.keySet().stream()
        .filter(due -> due <= passed())
        .findFirst()
        .map(atMillis::remove)
        .ifPresent(Runnable::run);
  }

  synchronized void advance(long by) {
    nanos += by;
  }

  void advanceMillis(long by) {
    advance(by * 1_000_000L);
  }

  void whilePausing(Runnable what) {
    whilePausing = what;
  }

  /** Runs {@code what} on the thread that waits when this much time has passed. */
  void at(long millis, Runnable what) {
    atMillis.put(millis, what);
  }

  /** In milliseconds. */
  long passed() {
    return (nanos() - start) / 1_000_000L;
  }
}
