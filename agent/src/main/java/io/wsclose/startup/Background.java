package io.wsclose.startup;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;

/**
 * The thread for what must not be done on the application's threads. It is started at once and by
 * the JVM's main thread: one started later, from a request, would inherit and keep that
 * application's class loader, security context and thread locals.
 */
final class Background implements ThreadFactory {
  private Background() {}

  static ScheduledExecutorService start() {
    ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, new Background());
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    executor.prestartCoreThread();
    return executor;
  }

  @Override
  public Thread newThread(Runnable task) {
    Thread thread = new Thread(null, task, "wsclose", 0);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    return thread;
  }
}
