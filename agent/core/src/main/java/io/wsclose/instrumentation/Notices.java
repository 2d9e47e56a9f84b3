// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Lines for the operator from any thread, which does not print them itself. */
final class Notices {
  private static final int MAX_CLASSES = 32;

  private final Background background;
  private final Consumer<String> console;
  private final Set<String> leftAlone = new HashSet<String>();

  Notices(Background background, Consumer<String> console) {
    this.background = background;
    this.console = console;
  }

  /** A class had to be left as it is. Told once a class. */
  void leftAlone(String type, Throwable failure) {
    if (isNew(type)) {
      log(type.replace('/', '.') + " is left without hooks: " + failure);
    }
  }

  /**
   * The classes of a stack had to be left as they are. Told once a stack and kind of loader: each
   * bundle of an OSGi framework has a loader of its own.
   */
  void notWoven(String stack, ClassLoader loader, String reason) {
    String line =
        stack
            + " is not instrumented in "
            + loader.getClass().getName()
            + ", its closes leave no events: "
            + reason;
    if (isNew(line)) {
      log(line);
    }
  }

  private synchronized boolean isNew(String subject) {
    return leftAlone.size() < MAX_CLASSES && leftAlone.add(subject);
  }

  void log(final String line) {
    log(
        new Supplier<String>() {
          @Override
          public String get() {
            return line;
          }
        });
  }

  /** The same for a line that is made on the agent's thread, as it takes reading files. */
  void log(final Supplier<String> line) {
    background.soon(
        new Runnable() {
          @Override
          public void run() {
            console.accept(line.get());
          }
        });
  }
}
