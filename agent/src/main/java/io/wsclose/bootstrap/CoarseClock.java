package io.wsclose.bootstrap;

import java.util.concurrent.atomic.AtomicLong;
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

  /** Zero while the ticker sleeps; never goes back while it does not. */
  private static final AtomicLong NOW = new AtomicLong();

  private static boolean used;
  private static volatile Thread ticker;

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

  static boolean isAsleep() {
    return NOW.get() == 0;
  }

  /** A named class: the first lambda of a JVM costs tens of milliseconds of start-up. */
  private static final class Ticker implements Runnable {
    @Override
    public void run() {
      int idle = 0;
      while (true) {
        if (isAsleep()) {
          LockSupport.park();
          idle = 0;
          continue;
        }
        LockSupport.parkNanos(TICK_NANOS);
        idle = used ? 0 : idle + 1;
        used = false;
        if (idle < IDLE_TICKS) {
          refresh(NOW.get(), System.nanoTime());
        } else {
          NOW.set(0);
        }
      }
    }
  }
}
