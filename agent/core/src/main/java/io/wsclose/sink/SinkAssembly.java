// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink;

import io.wsclose.configuration.Configuration;
import io.wsclose.configuration.LogTarget;
import io.wsclose.configuration.Option;
import io.wsclose.event.CloseEventFactory;
import io.wsclose.record.RecordingBackend;
import io.wsclose.sink.emit.Emitter;
import io.wsclose.sink.shutdown.ShutdownState;
import io.wsclose.sink.siblings.OpenConnections;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Makes the parts of a sink from the configuration and joins them. */
final class SinkAssembly {
  /**
   * Ends that wait may hold this part of the heap before they are emitted, and the same again after
   * they were taken for analysis: with 64 MB some 800 of usual size each, with 1 GB all that the
   * default queue has room for.
   */
  private static final long PART_OF_HEAP = 16;

  private static final long MINUTE_NANOS = 60_000_000_000L;
  private static final long SECOND_NANOS = 1_000_000_000L;

  private final long maxWeight = Runtime.getRuntime().maxMemory() / PART_OF_HEAP;
  private final Configuration configuration;
  private final Analysis analysis;
  private final Predicate<String> reportingStacks;
  private final Emitter emitter;
  private final Consumer<String> console;
  private final Time time;

  SinkAssembly(
      Configuration configuration,
      Analysis analysis,
      Predicate<String> reportingStacks,
      Emitter emitter,
      Consumer<String> console,
      Time time) {
    this.configuration = configuration;
    this.analysis = analysis;
    this.reportingStacks = reportingStacks;
    this.emitter = emitter;
    this.console = console;
    this.time = time;
  }

  CloseQueue queue() {
    boolean logged = configuration.get(Option.LOG) != LogTarget.OFF;
    return new CloseQueue(
        configuration.get(Option.QUEUE),
        maxWeight,
        new RefusalLimit(
            configuration.get(Option.REFUSED_RATE), logged ? SECOND_NANOS : MINUTE_NANOS),
        new LossCounter("close events dropped, too many at once", console),
        time);
  }

  SinkLoop loop(CloseQueue queue, RecordingBackend backend, ShutdownState shutdown) {
    return new SinkLoop(
        queue,
        explainer(backend, shutdown),
        new PendingCloses(configuration.get(Option.QUEUE), maxWeight),
        emitter,
        new LossCounter("close events lost to an internal error", console),
        time);
  }

  private Explainer explainer(RecordingBackend backend, ShutdownState shutdown) {
    OpenConnections open = new OpenConnections(backend.open(), backend.surplus());
    WaitPolicy waitPolicy =
        new WaitPolicy(
            configuration.get(Option.WAIT_SIBLINGS).toNanos(),
            configuration.get(Option.WAIT_REPORTED).toNanos(),
            reportingStacks,
            shutdown);
    CloseEventFactory events =
        new CloseEventFactory(
            configuration.get(Option.FRAMES), configuration.get(Option.EXCEPTION_MESSAGES));
    return new Explainer(analysis, events, open, waitPolicy, shutdown, backend);
  }

  FinalDrain finalDrain(SinkLoop loop, RecordingBackend backend, ShutdownState shutdown) {
    return new FinalDrain(backend, loop, shutdown, console, time);
  }
}
