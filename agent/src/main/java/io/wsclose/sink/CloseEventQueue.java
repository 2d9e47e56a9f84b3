package io.wsclose.sink;

import io.wsclose.bootstrap.Recorder;
import io.wsclose.event.CloseEventFactory;
import io.wsclose.record.ConnectionRecord;
import io.wsclose.record.RecordListener;
import io.wsclose.record.RecordingBackend;
import io.wsclose.record.TraceContext;
import io.wsclose.sink.otel.CurrentTrace;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/**
 * Between the application's threads, where connections end, and the sink thread, where ends become
 * events: bounded, and never in a caller's way. What does not fit is dropped, counted and told.
 */
public final class CloseEventQueue implements RecordListener {
  private final SinkSettings settings;
  private final Analysis analysis;
  private final ReportingStacks stacks;
  private final SpanSink spans;
  private final LogSink log;
  private final Consumer<String> console;
  private final Time time;
  private final BlockingQueue<Optional<ConnectionRecord>> queue;
  private final Losses overload;
  private final Stopping stopping = new Stopping();
  private volatile Shutdown shutdown;

  public CloseEventQueue(
      SinkSettings settings,
      ReportingStacks stacks,
      SpanSink spans,
      LogSink log,
      Consumer<String> console) {
    this(settings, new Analysis.ByRules(), stacks, spans, log, console, new Time.OfTheJvm());
  }

  CloseEventQueue(
      SinkSettings settings,
      Analysis analysis,
      ReportingStacks stacks,
      SpanSink spans,
      LogSink log,
      Consumer<String> console,
      Time time) {
    this.settings = settings;
    this.analysis = analysis;
    this.stacks = stacks;
    this.spans = spans;
    this.log = log;
    this.console = console;
    this.time = time;
    this.queue = new ArrayBlockingQueue<>(settings.queueCapacity());
    this.overload = new Losses("close events dropped, too many at once", console);
  }

  /**
   * Starts the sink thread; connections that ended before are told too.
   *
   * @param backend whose listener this is
   */
  public void start(RecordingBackend backend) {
    SinkLoop loop = loop(backend);
    Thread thread = new Thread(null, loop, "wsclose-sink", 0);
    thread.setDaemon(true);
    thread.setContextClassLoader(CloseEventQueue.class.getClassLoader());
    thread.start();
  }

  SinkLoop loop(RecordingBackend backend) {
    OpenConnections open =
        new OpenConnections(backend, settings.waitSiblingsNanos() + Siblings.TOGETHER_NANOS);
    Waits waits =
        new Waits(settings.waitSiblingsNanos(), settings.waitReportedNanos(), stacks, stopping);
    CloseEventFactory events =
        new CloseEventFactory(settings.frames(), settings.exceptionMessages());
    SinkLoop loop =
        new SinkLoop(
            queue,
            new Explanation(analysis, events, open, waits, stopping),
            new Holding(settings.queueCapacity()),
            new Outlets(spans, log, console),
            overload,
            new Losses("close events lost to an internal error", console),
            new Expunging(),
            time);
    shutdown = new Shutdown(backend, loop, stopping, console, time);
    return loop;
  }

  /**
   * To be called from a shutdown hook: open connections get their events, and all of them leave, as
   * far as the flush bound allows. Only the first call counts.
   */
  public void close() {
    Shutdown known = shutdown;
    if (known != null && !stopping.hasBegun()) {
      known.run(settings.flushNanos());
    }
  }

  @Override
  public void ended(ConnectionRecord record) {
    if (!queue.offer(Optional.of(record))) {
      overload.add(1);
    }
  }

  /** Nothing to do: the sink thread asks the record, so that this thread is not held up. */
  @Override
  public void reported(ConnectionRecord record) {}

  @Override
  public TraceContext current() {
    return CurrentTrace.get();
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
