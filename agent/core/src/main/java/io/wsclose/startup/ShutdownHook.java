// SPDX-License-Identifier: Apache-2.0
package io.wsclose.startup;

import io.wsclose.sink.Sink;
import java.util.concurrent.TimeUnit;

/** The end of the JVM: what is still open gets its event, and all of them leave. */
final class ShutdownHook extends Thread {
  /** Enough for a few lines, unless nobody reads them. */
  private static final long LAST_LINES_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final Sink sink;
  private final ShutdownHooks hooks;
  private final Console console;

  ShutdownHook(Sink sink, ShutdownHooks hooks, Console console) {
    super(null, null, "wsclose-shutdown", 0);
    setContextClassLoader(null);
    this.sink = sink;
    this.hooks = hooks;
    this.console = console;
  }

  @Override
  public void run() {
    sink.close(hooks, new StopSearch());
    console.flush(LAST_LINES_NANOS);
  }
}
