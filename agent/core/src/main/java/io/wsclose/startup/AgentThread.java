// SPDX-License-Identifier: Apache-2.0
package io.wsclose.startup;

import io.wsclose.instrumentation.Background;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs tasks in the order in which they fall due.
 *
 * <p>It is started at once and by the JVM's main thread: one started later, from a request, would
 * inherit and keep that application's class loader, security context and thread locals. A queue of
 * its own, because the first use of the JDK's executors adds to the start of every JVM.
 */
final class AgentThread implements Background, Runnable {
  /**
   * Far more than there ever are, unless a task hangs and applications are redeployed meanwhile.
   */
  static final int MAX_TASKS = 1_000;

  private final List<Task> tasks = new ArrayList<Task>();
  private final Consumer<String> console;

  private AgentThread(Consumer<String> console) {
    this.console = console;
  }

  static Background start(Consumer<String> console) {
    AgentThread background = new AgentThread(console);
    Thread thread = new Thread(null, background, "wsclose", 0);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.start();
    return background;
  }

  @Override
  public void soon(Runnable task) {
    after(0, task);
  }

  @Override
  public synchronized void after(long delayNanos, Runnable task) {
    if (tasks.size() < MAX_TASKS) {
      tasks.add(new Task(System.nanoTime() + delayNanos, task));
      notifyAll();
    }
  }

  @Override
  public void run() {
    while (true) {
      try {
        next().run();
      } catch (InterruptedException ignored) {
        // the thread lives as long as the JVM
      } catch (Throwable failure) {
        console.accept("a task of the agent failed: " + failure);
      }
    }
  }

  private synchronized Runnable next() throws InterruptedException {
    while (true) {
      Task first = first();
      long wait = first == null ? 0 : first.due - System.nanoTime();
      if (first != null && wait <= 0) {
        tasks.remove(first);
        return first.action;
      }
      // 0 waits without limit
      wait(first == null ? 0 : 1 + TimeUnit.NANOSECONDS.toMillis(wait));
    }
  }

  private Task first() {
    Task first = null;
    for (Task task : tasks) {
      if (first == null || task.due - first.due < 0) {
        first = task;
      }
    }
    return first;
  }

  private static final class Task {
    private final long due;
    private final Runnable action;

    private Task(long due, Runnable action) {
      this.due = due;
      this.action = action;
    }
  }
}
