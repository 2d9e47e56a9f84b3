package io.wsclose.startup;

import io.wsclose.sink.Sink;

/** The end of the JVM: what is still open gets its event, and all of them leave. */
final class ShutdownHook extends Thread {
  private final Sink sink;

  ShutdownHook(Sink sink) {
    super(null, null, "wsclose-shutdown", 0);
    setContextClassLoader(null);
    this.sink = sink;
  }

  @Override
  public void run() {
    sink.close();
  }
}
