package io.wsclose.sink;

import io.wsclose.event.CloseEventFactory;
import io.wsclose.record.RecordingBackend;
import java.util.function.Consumer;

/** Makes the parts of a sink from its settings and joins them. */
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
  private final SinkSettings settings;
  private final Analysis analysis;
  private final ReportingStacks stacks;
  private final Outlets outlets;
  private final Consumer<String> console;
  private final Time time;

  SinkAssembly(
      SinkSettings settings,
      Analysis analysis,
      ReportingStacks stacks,
      Outlets outlets,
      Consumer<String> console,
      Time time) {
    this.settings = settings;
    this.analysis = analysis;
    this.stacks = stacks;
    this.outlets = outlets;
    this.console = console;
    this.time = time;
  }

  Inbox inbox() {
    boolean logged = settings.logTo() != SinkSettings.LogTo.OFF;
    return new Inbox(
        settings.queueCapacity(),
        maxWeight,
        new Refusals(settings.refusedRate(), logged ? SECOND_NANOS : MINUTE_NANOS),
        new Losses("close events dropped, too many at once", console),
        time);
  }

  SinkLoop loop(Inbox inbox, RecordingBackend backend, Stopping stopping) {
    return new SinkLoop(
        inbox,
        explanation(backend, stopping),
        new Holding(settings.queueCapacity(), maxWeight),
        outlets,
        new Losses("close events lost to an internal error", console),
        time);
  }

  private Explanation explanation(RecordingBackend backend, Stopping stopping) {
    OpenConnections open = new OpenConnections(backend.open());
    Waits waits =
        new Waits(settings.waitSiblingsNanos(), settings.waitReportedNanos(), stacks, stopping);
    CloseEventFactory events =
        new CloseEventFactory(settings.frames(), settings.exceptionMessages());
    return new Explanation(analysis, events, open, waits, stopping, backend);
  }

  FinalDrain finalDrain(SinkLoop loop, RecordingBackend backend, Stopping stopping) {
    return new FinalDrain(backend, loop, stopping, console, time);
  }
}
