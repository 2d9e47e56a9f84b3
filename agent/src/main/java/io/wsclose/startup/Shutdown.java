package io.wsclose.startup;

import io.wsclose.sink.CloseEventQueue;

/** The end of the JVM: what is still open gets its event, and all of them leave. */
final class Shutdown extends Thread {
  private final CloseEventQueue events;

  Shutdown(CloseEventQueue events) {
    super(null, null, "wsclose-shutdown", 0);
    setContextClassLoader(null);
    this.events = events;
  }

  @Override
  public void run() {
    events.close();
  }
}
