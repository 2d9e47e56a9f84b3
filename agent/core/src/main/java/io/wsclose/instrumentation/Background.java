// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

/** The agent's own thread, for what must not be done on the application's. */
public interface Background {
  /** Runs {@code task} as soon as the thread is free. */
  void soon(Runnable task);

  /** Runs {@code task} once, not before {@code delayNanos} are over. */
  void after(long delayNanos, Runnable task);
}
