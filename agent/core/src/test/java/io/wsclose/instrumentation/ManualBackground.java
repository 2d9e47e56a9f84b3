// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Runs tasks when the test says so; delays are kept apart. */
final class ManualBackground implements Background {
  private final Queue<Runnable> soon = new ArrayDeque<>();
  private final List<Runnable> delayed = new ArrayList<>();

  @Override
  public synchronized void soon(Runnable task) {
    soon.add(task);
  }

  @Override
  public synchronized void after(long delayNanos, Runnable task) {
    delayed.add(task);
  }

  void runSoon() {
    for (Runnable task = soon.poll(); task != null; task = soon.poll()) {
      task.run();
    }
  }

  void runDelayed() {
    List<Runnable> due = new ArrayList<>(delayed);
    delayed.clear();
    due.forEach(Runnable::run);
    runSoon();
  }
}
