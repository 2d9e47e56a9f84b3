// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.log;

import java.lang.ref.WeakReference;
import java.util.concurrent.TimeUnit;

/**
 * A thread that calls the logging of one application for a second at most, and ends sooner if no
 * line comes. A thread for each line would cost up to half a millisecond on a busy machine, as much
 * as many lines.
 */
final class LogThread implements Runnable {
  /** Accepts nothing. */
  static final LogThread ENDED = new LogThread(null, null);

  private static final long LIFE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final WeakReference<ClassLoader> loader;
  private final long startedNanos = System.nanoTime();
  private Runnable next;
  private boolean ended;

  private LogThread(ClassLoader loader, Runnable first) {
    this.loader = new WeakReference<>(loader);
    this.next = first;
    this.ended = first == null;
  }

  static LogThread start(ClassLoader loader, Runnable first) {
    LogThread calls = new LogThread(loader, first);
    // the log may show the thread's name
    Thread thread = new Thread(null, calls, Thread.currentThread().getName(), 0);
    thread.setDaemon(true);
    thread.setContextClassLoader(loader);
    thread.start();
    return calls;
  }

  /**
   * Hands over one call, after the one before is over.
   *
   * @return false if this thread has ended or serves another loader
   */
  synchronized boolean accepts(ClassLoader caller, Runnable call) {
    boolean old = System.nanoTime() - startedNanos >= LIFE_NANOS;
    if (ended || old || caller != loader.get()) {
      return false;
    }
    next = call;
    notifyAll();
    return true;
  }

  @Override
  public void run() {
    for (Runnable call = await(); call != null; call = await()) {
      call.run();
    }
  }

  /** The next call; null if the thread is to end. */
  private synchronized Runnable await() {
    long now = System.nanoTime();
    long end = Math.min(now + IDLE_NANOS, startedNanos + LIFE_NANOS);
    try {
      while (next == null && end - System.nanoTime() > 0) {
        TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
      }
    } catch (InterruptedException e) {
      // of a call that was given up: the next one gets a thread without that
    }
    Runnable call = next;
    next = null;
    ended = call == null;
    return call;
  }
}
