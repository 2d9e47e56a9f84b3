// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink;

import io.wsclose.configuration.Configuration;
import io.wsclose.configuration.Option;
import io.wsclose.record.RecordListener;
import io.wsclose.record.RecordingBackend;
import io.wsclose.sink.emit.Emitter;
import io.wsclose.sink.emit.LogSink;
import io.wsclose.sink.emit.SpanSink;
import io.wsclose.sink.emit.StallWatch;
import io.wsclose.sink.shutdown.JvmStop;
import io.wsclose.sink.shutdown.OtherHooks;
import io.wsclose.sink.shutdown.ShutdownState;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Ended connections in; {@link SinkLoop} keeps those that wait, {@link Explainer} finds the cause,
 * {@link Emitter} emits it.
 *
 * <p>This is the outside of it: records report to {@link #listener}, {@link #start} and {@link
 * #close} are its life. {@link SinkAssembly} puts the inside together.
 */
public final class Sink {
  private final Configuration configuration;
  private final SinkAssembly assembly;
  private final CloseQueue queue;
  private final ShutdownState shutdown = new ShutdownState();
  private volatile SinkLoop loop;
  private volatile RecordingBackend records;
  private volatile FinalDrain finalDrain;

  public Sink(
      Configuration configuration,
      Predicate<String> reportingStacks,
      SpanSink spans,
      LogSink log,
      Consumer<String> console) {
    this(
        configuration,
        new SinkAssembly(
            configuration,
            new Analysis.ByRules(),
            reportingStacks,
            new Emitter(spans, log, console, new StallWatch(console, new Time.OfTheJvm())),
            console,
            new Time.OfTheJvm()));
  }

  Sink(Configuration configuration, SinkAssembly assembly) {
    this.configuration = configuration;
    this.assembly = assembly;
    this.queue = assembly.queue();
  }

  /** Receives every end. */
  public RecordListener listener() {
    return queue;
  }

  /**
   * Starts the sink thread; connections that ended before are emitted too.
   *
   * @param backend whose listener this is
   */
  public void start(RecordingBackend backend) {
    Thread thread = new Thread(null, loop(backend), "wsclose-sink", 0);
    thread.setDaemon(true);
    thread.setContextClassLoader(Sink.class.getClassLoader());
    thread.start();
  }

  SinkLoop loop(RecordingBackend backend) {
    records = backend;
    loop = assembly.loop(queue, backend, shutdown);
    finalDrain = assembly.finalDrain(loop, backend, shutdown);
    return loop;
  }

  /** To be called about once a second, from any thread. */
  public void check() {
    SinkLoop known = loop;
    if (known != null) {
      known.check();
    }
  }

  /** To be called about once a second, from any thread. */
  public void explainPauses() {
    RecordingBackend known = records;
    if (known != null) {
      known.explainPauses();
    }
  }

  /**
   * To be called from a shutdown hook: open connections get their events, and all of them leave, as
   * far as the flush bound allows. Only the first call counts.
   *
   * @param others in which the application may be closing its connections
   * @param search for what made the JVM stop
   */
  public void close(OtherHooks others, JvmStop.Search search) {
    FinalDrain known = finalDrain;
    if (known != null && !shutdown.hasBegun()) {
      known.run(configuration.get(Option.FLUSH).toNanos(), others, search);
      loop.checkAtLast();
    }
  }
}
