// SPDX-License-Identifier: Apache-2.0
package io.wsclose.startup;

import io.wsclose.bootstrap.CoarseClock;
import io.wsclose.bootstrap.Recorder;
import io.wsclose.instrumentation.Background;
import io.wsclose.record.ApplicationCode;
import io.wsclose.sink.Sink;
import java.util.concurrent.TimeUnit;

/**
 * What a JVM without WebSockets need not pay for: the clock of the frames, a look at its shutdown
 * hooks, the search for the main class, and what has to be done about once a second. On the agent's
 * thread, which runs no foreign code: the sink's may hang in an appender.
 */
final class FirstConnection implements Runnable {
  private static final long TICK_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Background background;
  private final Sink sink;
  private final ShutdownHooks hooks;
  private final ApplicationCode application;
  private boolean begun;

  FirstConnection(
      Background background, Sink sink, ShutdownHooks hooks, ApplicationCode application) {
    this.background = background;
    this.sink = sink;
    this.hooks = hooks;
    this.application = application;
  }

  /** Called for the first connection of each library. */
  @Override
  public void run() {
    CoarseClock.start();
    if (!begun) {
      begun = true;
      hooks.find();
      application.startedBy(
          new MainClassFinder(System.getProperties(), ClassLoader.getSystemClassLoader()).find());
      new Tick().run();
    }
  }

  private final class Tick implements Runnable {
    @Override
    public void run() {
      try {
        Recorder.expunge();
        sink.check();
        sink.explainPauses();
      } finally {
        background.after(TICK_NANOS, this);
      }
    }
  }
}
