// SPDX-License-Identifier: Apache-2.0
package io.wsclose.startup;

import io.wsclose.sink.log.Escapes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Lines for the operator, on standard error. That may be a pipe that nobody reads, where a write
 * blocks for good; so a thread that does nothing else writes, and no other ever waits for it.
 */
final class Console implements Consumer<String>, Runnable {
  private static final int MAX_LENGTH = 1_000;
  private static final int MAX_WAITING = 256;

  private final Deque<String> waiting = new ArrayDeque<String>();
  private int lost;
  private boolean started;
  private boolean writing;

  /** From now on lines are written by a thread; before, by the caller. */
  synchronized void start() {
    if (!started) {
      started = true;
      Thread thread = new Thread(null, this, "wsclose-console", 0);
      thread.setDaemon(true);
      thread.setContextClassLoader(null);
      thread.start();
    }
  }

  @Override
  public void accept(String line) {
    if (!queued(line)) {
      System.err.println(prefixed(line));
    }
  }

  private synchronized boolean queued(String line) {
    if (!started) {
      return false;
    }
    if (waiting.size() < MAX_WAITING) {
      waiting.add(line);
      notifyAll();
    } else {
      lost++;
    }
    return true;
  }

  @Override
  public void run() {
    while (true) {
      try {
        System.err.println(prefixed(next()));
      } catch (InterruptedException ignored) {
        // nobody of ours does that, and the thread lives as long as the JVM
      } catch (Throwable ignored) {
        // an application can replace System.err by what it likes; this line is lost
      }
    }
  }

  private synchronized String next() throws InterruptedException {
    writing = false;
    notifyAll();
    while (waiting.isEmpty() && lost == 0) {
      wait();
    }
    writing = true;
    if (!waiting.isEmpty()) {
      return waiting.remove();
    }
    String line = lost + " lines of the agent were lost: standard error accepted none";
    lost = 0;
    return line;
  }

  /**
   * Waits until all lines so far are written.
   *
   * @param nanos how long at most
   */
  synchronized void flush(long nanos) {
    long deadline = System.nanoTime() + nanos;
    try {
      while (started && (writing || !waiting.isEmpty() || lost > 0)) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return;
        }
        wait(1 + TimeUnit.NANOSECONDS.toMillis(left));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static String prefixed(String line) {
    return "[wsclose] " + Escapes.escaped(line, MAX_LENGTH);
  }
}
