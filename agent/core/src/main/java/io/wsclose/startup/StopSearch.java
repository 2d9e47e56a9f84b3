// SPDX-License-Identifier: Apache-2.0
package io.wsclose.startup;

import io.wsclose.sink.shutdown.JvmStop;
import java.util.concurrent.TimeUnit;

/**
 * Looks at the stack traces of this JVM's threads while its shutdown hooks run: one of them waits
 * for the hooks, in {@code ApplicationShutdownHooks.runHooks} of Java 8 to 25, and below that is
 * what began the stop.
 */
final class StopSearch implements JvmStop.Search {
  private static final int MAX_THREADS = 4096;
  private static final long MAX_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final String WAITING = "java.lang.ApplicationShutdownHooks";
  private static final String SIGNAL = "java.lang.Terminator$1";
  private static final String SIGNAL_THREAD = " handler";

  @Override
  public JvmStop find() {
    try {
      return search(threads());
    } catch (RuntimeException | LinkageError e) {
      return JvmStop.unknown();
    }
  }

  private static Thread[] threads() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    Thread[] threads = new Thread[Math.min(MAX_THREADS, group.activeCount() + 64)];
    group.enumerate(threads);
    return threads;
  }

  private static JvmStop search(Thread[] threads) {
    long begun = System.nanoTime();
    for (int i = 0; i < threads.length && System.nanoTime() - begun < MAX_NANOS; i++) {
      Thread thread = threads[i];
      if (thread == null || thread.getState() != Thread.State.WAITING) {
        continue;
      }
      StackTraceElement[] trace = thread.getStackTrace();
      if (passes(trace, WAITING, "runHooks")) {
        return stopOf(thread.getName(), trace);
      }
    }
    return JvmStop.unknown();
  }

  private static JvmStop stopOf(String thread, StackTraceElement[] trace) {
    if (passes(trace, SIGNAL, "handle")) {
      return thread.endsWith(SIGNAL_THREAD)
          ? JvmStop.signal(thread.substring(0, thread.length() - SIGNAL_THREAD.length()))
          : JvmStop.unknown();
    }
    return passes(trace, "java.lang.Runtime", "exit") ? JvmStop.exit(trace) : JvmStop.unknown();
  }

  private static boolean passes(StackTraceElement[] trace, String type, String method) {
    for (StackTraceElement element : trace) {
      if (element.getClassName().equals(type) && element.getMethodName().equals(method)) {
        return true;
      }
    }
    return false;
  }
}
