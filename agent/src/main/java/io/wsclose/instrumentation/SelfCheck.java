package io.wsclose.instrumentation;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Tells which hooks are in which stack: once no class of a stack was loaded for a while, or soon
 * after the first connection. It reads and prints on the agent's thread, never on the
 * application's.
 */
final class SelfCheck implements Runnable {
  private static final int MAX_FAILURES = 32;

  /** A stack loads its frame codecs with the answer to the first handshake. */
  private static final long CONNECTED_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final HookRegistry registry;
  private final Background background;
  private final Consumer<String> console;
  private final long settleNanos;
  private final Runnable atFirstStack;
  private final Set<String> failed = new HashSet<String>();
  private boolean stackSeen;
  private boolean scheduled;
  private long lastChange;

  /**
   * @param settleMillis how long a stack's classes must have been quiet
   * @param atFirstStack to be run once the first class of a stack was woven
   */
  SelfCheck(
      HookRegistry registry,
      Background background,
      Consumer<String> console,
      long settleMillis,
      Runnable atFirstStack) {
    this.registry = registry;
    this.background = background;
    this.console = console;
    this.settleNanos = TimeUnit.MILLISECONDS.toNanos(settleMillis);
    this.atFirstStack = atFirstStack;
  }

  /** A class with hooks was loaded, or one of a stack that is known but not covered. */
  synchronized void changed(boolean isStack) {
    lastChange = System.nanoTime();
    if (isStack && !stackSeen) {
      stackSeen = true;
      background.soon(atFirstStack);
    }
    if (!scheduled) {
      scheduled = true;
      background.after(settleNanos, this);
    }
  }

  /** A stack opened its first connection. */
  void connected() {
    background.after(CONNECTED_NANOS, new Report());
  }

  /** A class had to be left as it is. Told once a class. */
  void failed(String type, Throwable failure) {
    synchronized (this) {
      if (failed.size() >= MAX_FAILURES || !failed.add(type)) {
        return;
      }
    }
    tell(type.replace('/', '.') + " is left without hooks: " + failure);
  }

  /** Prints, but not on the calling thread. */
  void tell(final String line) {
    background.soon(
        new Runnable() {
          @Override
          public void run() {
            console.accept(line);
          }
        });
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
