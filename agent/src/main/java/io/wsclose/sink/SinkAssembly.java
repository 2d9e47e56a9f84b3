package io.wsclose.sink;

import io.wsclose.bootstrap.Recorder;
import io.wsclose.event.CloseEventFactory;
import io.wsclose.record.RecordingBackend;
import java.util.function.Consumer;

/** Makes the parts of a sink from its settings and joins them. */
final class SinkAssembly {
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
    return new Inbox(
        settings.queueCapacity(), new Losses("close events dropped, too many at once", console));
  }

  SinkLoop loop(Inbox inbox, RecordingBackend backend, Stopping stopping) {
    return new SinkLoop(
        inbox,
        explanation(backend, stopping),
        new Holding(settings.queueCapacity()),
        outlets,
        new Losses("close events lost to an internal error", console),
        new Expunging(),
        time);
  }

  private Explanation explanation(RecordingBackend backend, Stopping stopping) {
    OpenConnections open =
        new OpenConnections(backend, settings.waitSiblingsNanos() + Siblings.TOGETHER_NANOS);
    Waits waits =
        new Waits(settings.waitSiblingsNanos(), settings.waitReportedNanos(), stacks, stopping);
    CloseEventFactory events =
        new CloseEventFactory(settings.frames(), settings.exceptionMessages());
    return new Explanation(analysis, events, open, waits, stopping);
  }

  FinalDrain finalDrain(SinkLoop loop, RecordingBackend backend, Stopping stopping) {
    return new FinalDrain(backend, loop, stopping, console, time);
  }

  /**
   * Connections whose objects were collected are noticed here. Done with no connection open too:
   * the last ones are collected after their end, and what is kept with them goes no earlier.
   */
  private static final class Expunging implements Runnable {
    @Override
    public void run() {
      Recorder.expunge();
    }
  }
}
