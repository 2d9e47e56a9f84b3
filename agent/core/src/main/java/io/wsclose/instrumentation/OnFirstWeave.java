// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import java.util.concurrent.atomic.AtomicBoolean;

/** Has something done, on the agent's thread, once the first class of a stack was woven. */
final class OnFirstWeave {
  private final AtomicBoolean seen = new AtomicBoolean();
  private final Background background;
  private final Runnable action;

  OnFirstWeave(Background background, Runnable action) {
    this.background = background;
    this.action = action;
  }

  void woven() {
    if (!seen.get() && seen.compareAndSet(false, true)) {
      background.soon(action);
    }
  }
}
