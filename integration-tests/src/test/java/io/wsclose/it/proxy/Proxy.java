package io.wsclose.it.proxy;

import java.io.IOException;

/** What stands in front of a service; {@link #close} ends it with all that it serves. */
interface Proxy extends AutoCloseable {
  int port();

  /** As an operator does after a change of its configuration. */
  void reload() throws IOException, InterruptedException;

  @Override
  void close();
}
