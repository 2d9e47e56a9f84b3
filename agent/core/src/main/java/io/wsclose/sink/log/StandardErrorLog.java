// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.log;

import io.wsclose.record.StackInstance;

/** Standard error, for an application without logging; each line marked as the agent's. */
final class StandardErrorLog implements Log {
  @Override
  public boolean write(StackInstance library, boolean warn, String line) {
    System.err.println("[wsclose] " + line);
    return true;
  }
}
