// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.jaeger;

/** Runs when the JVM ends before this is closed: a test run that is broken off cleans up, too. */
final class AtExit implements AutoCloseable {
  private final Thread hook;

  private AtExit(Thread hook) {
    this.hook = hook;
  }

  static AtExit run(Runnable what) {
    Thread hook = new Thread(what);
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      // it is ending now; who started something cleans up as usual
    }
    return new AtExit(hook);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // it runs, or has run
    }
  }
}
