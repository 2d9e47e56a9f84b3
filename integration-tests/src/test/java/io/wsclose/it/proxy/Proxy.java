// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.proxy;

import java.io.IOException;

/** A running proxy in front of a service; {@link #close} ends it with all that it serves. */
public interface Proxy extends AutoCloseable {
  int port();

  /** As an operator does after a change of its configuration. */
  void reload() throws IOException, InterruptedException;

  /** Kills all its processes with SIGKILL. */
  void kill();

  @Override
  void close();
}
