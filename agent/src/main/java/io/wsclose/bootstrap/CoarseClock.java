package io.wsclose.bootstrap;

import java.util.concurrent.locks.LockSupport;

/**
 * {@link System#nanoTime()} to within a few milliseconds for the price of a field read.
 *
 * <p>A precise reading costs 20 ns and more with cold caches, several times what recording a frame
 * costs. A daemon thread refreshes the value every 5 ms while frames flow and sleeps after a second
 * without any. A coarse reading is never later than the truth; order comes from sequence numbers.
 */
public final class CoarseClock {
  private static final long TICK_NANOS = 5_000_000L;
  private static final int IDLE_TICKS = 200;

  /** Zero while the ticker sleeps. */
  private static volatile long now;

  private static boolean used;
  private static volatile Thread ticker;

  private CoarseClock() {}

  /** Nanoseconds on the scale of {@link System#nanoTime()}, at most about one tick old. */
  static long now() {
    long reading = now;
    if (reading == 0) {
      return wake();
    }
    if (!used) {
      used = true;
    }
    return reading;
  }

  /** A precise reading, which also refreshes the coarse one while that runs. */
  public static long precise() {
    long reading = System.nanoTime();
    if (now != 0) {
      now = reading;
    }
    return reading;
  }

  private static long wake() {
    long reading = System.nanoTime();
    used = true;
    Thread thread = ticker;
    if (thread != null) {
      now = reading;
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

  /** A named class: the first lambda of a JVM costs tens of milliseconds of start-up. */
  private static final class Ticker implements Runnable {
    @Override
    public void run() {
      int idle = 0;
      while (true) {
        if (now == 0) {
          LockSupport.park();
          idle = 0;
          continue;
        }
        LockSupport.parkNanos(TICK_NANOS);
        idle = used ? 0 : idle + 1;
        used = false;
        now = idle < IDLE_TICKS ? System.nanoTime() : 0;
      }
    }
  }
}
