// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * {@link System#nanoTime()} to within a few milliseconds for the price of a field read.
 *
 * <p>A precise reading costs 20 ns and more with cold caches, several times what recording a frame
 * costs. A daemon thread refreshes the value every 5 ms while frames flow and stops that after a
 * second without any. A coarse reading is never later than the truth; order comes from sequence
 * numbers.
 *
 * <p>The same thread notices when this JVM did not run: it wakes up much too late then. For that it
 * wakes up ten times a second as long as a connection is open, and never where none is. A frame
 * that is read before the thread runs again has a time from before the pause, so {@link
 * Backend#paused} gets that time as its start.
 */
public final class CoarseClock {
  private static final long TICK_NANOS = 5_000_000L;
  private static final int IDLE_TICKS = 200;
  private static final int LOOK_TICKS = 20;
  private static final long WATCH_NANOS = 100_000_000L;

  /** Busy machines have a thread wait for a third of that. */
  private static final long PAUSE_NANOS = 500_000_000L;

  /** Zero while no frames flow; never goes back while they do. */
  private static final AtomicLong NOW = new AtomicLong();

  private static boolean used;
  private static volatile Thread ticker;
  private static volatile boolean resting;

  private CoarseClock() {}

  /** Nanoseconds on the scale of {@link System#nanoTime()}, at most about one tick old. */
  static long now() {
    long reading = NOW.get();
    if (reading == 0) {
      return wake();
    }
    if (!used) {
      used = true;
    }
    return reading;
  }

  /** A reading that does not keep the clock running. */
  static long glance() {
    long reading = NOW.get();
    return reading == 0 ? System.nanoTime() : reading;
  }

  /** A precise reading, which also refreshes the coarse one while that runs. */
  public static long precise() {
    long seen = NOW.get();
    long reading = System.nanoTime();
    refresh(seen, reading);
    return reading;
  }

  /**
   * Moves the coarse time on to {@code reading}. A sleeping ticker stays asleep: only {@link #wake}
   * may end the zero, because only that wakes the ticker, too.
   *
   * @param seen the coarse time before {@code reading} was taken
   */
  static void refresh(long seen, long reading) {
    long current = seen;
    while (current != 0 && current - reading < 0 && !NOW.compareAndSet(current, reading)) {
      current = NOW.get();
    }
  }

  private static long wake() {
    long reading = System.nanoTime();
    used = true;
    Thread thread = ticker;
    if (thread != null) {
      NOW.compareAndSet(0, reading);
      LockSupport.unpark(thread);
    }
    return reading;
  }

  /** Starts the ticker, asleep. Until then every reading is precise. */
  public static synchronized void start() {
    if (ticker != null) {
      return;
    }
    Thread thread = new Thread(null, new Ticker(), "wsclose-clock", 0);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.start();
    ticker = thread;
  }

  /** To be called when a connection has come: with none open nobody looks out for pauses. */
  public static void watchPauses() {
    Thread thread = ticker;
    if (resting && thread != null) {
      LockSupport.unpark(thread);
    }
  }

  /** Whether no frames flow. */
  static boolean isAsleep() {
    return NOW.get() == 0;
  }

  /** A named class: the first lambda of a JVM costs tens of milliseconds of start-up. */
  private static final class Ticker implements Runnable {
    private int idle;
    private int ticks;
    private long awake;

    @Override
    public void run() {
      awake = System.nanoTime();
      while (true) {
        if (!isAsleep()) {
          sleep(TICK_NANOS);
          tick();
        } else if (isWatching()) {
          sleep(WATCH_NANOS);
          idle = 0;
          SelectLoops.look();
        } else {
          rest();
        }
      }
    }

    private void tick() {
      idle = used ? 0 : idle + 1;
      used = false;
      if (++ticks % LOOK_TICKS == 0) {
        SelectLoops.look();
      }
      if (idle < IDLE_TICKS) {
        refresh(NOW.get(), awake);
      } else {
        idle = 0;
        NOW.set(0);
      }
    }

    private void sleep(long nanos) {
      long before = awake;
      LockSupport.parkNanos(nanos);
      awake = System.nanoTime();
      if (awake - before >= PAUSE_NANOS) {
        paused(before, awake);
      }
    }

    /**
     * Until {@link #wake} or {@link #watchPauses}, each of which makes its condition true first.
     */
    private void rest() {
      resting = true;
      if (isAsleep() && !isWatching()) {
        LockSupport.park();
      }
      resting = false;
      idle = 0;
      awake = System.nanoTime();
    }

    private static boolean isWatching() {
      Backend backend = Recorder.backend();
      return backend != null && backend.hasOpen();
    }

    private static void paused(long from, long to) {
      try {
        Recorder.backend().paused(from, to);
      } catch (Throwable ignored) {
        // a clock that has stopped would be worse
      }
    }
  }
}
