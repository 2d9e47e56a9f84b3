// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Tells which hooks are in which stack: once no class of a stack was loaded for a while, or soon
 * after the first connection. It reads and prints on the agent's thread, never on the
 * application's.
 */
final class SelfCheck implements Runnable {
  /** A stack loads its frame codecs with the answer to the first handshake. */
  private static final long CONNECTED_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final HookRegistry registry;
  private final Background background;
  private final Consumer<String> console;
  private final long settleNanos;
  private boolean scheduled;
  private long lastChange;

  /**
   * @param settleMillis how long a stack's classes must have been quiet
   */
  SelfCheck(
      HookRegistry registry, Background background, Consumer<String> console, long settleMillis) {
    this.registry = registry;
    this.background = background;
    this.console = console;
    this.settleNanos = TimeUnit.MILLISECONDS.toNanos(settleMillis);
  }

  /** A class with hooks was loaded, or one of a stack that is known but not covered. */
  synchronized void changed() {
    lastChange = System.nanoTime();
    if (!scheduled) {
      scheduled = true;
      background.after(settleNanos, this);
    }
  }

  /** A stack opened its first connection. */
  void connected() {
    background.after(CONNECTED_NANOS, new Report());
  }

  @Override
  public void run() {
    synchronized (this) {
      long quiet = System.nanoTime() - lastChange;
      if (quiet < settleNanos) {
        background.after(settleNanos - quiet, this);
        return;
      }
      scheduled = false;
    }
    report();
  }

  private void report() {
    for (String line : registry.news()) {
      console.accept(line);
    }
  }

  private final class Report implements Runnable {
    @Override
    public void run() {
      report();
    }
  }
}
