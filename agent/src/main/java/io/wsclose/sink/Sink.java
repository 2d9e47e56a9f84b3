package io.wsclose.sink;

import io.wsclose.record.RecordListener;
import io.wsclose.record.RecordingBackend;
import java.util.function.Consumer;

/**
 * Ended connections in; {@link SinkLoop} lets them wait, {@link Explanation} finds the cause,
 * {@link Outlets} tells it.
 *
 * <p>This is the outside of it: what records tell it goes to {@link #listener}, {@link #start} and
 * {@link #close} are its life. {@link SinkAssembly} puts the inside together.
 */
public final class Sink {
  private final SinkSettings settings;
  private final SinkAssembly assembly;
  private final Inbox inbox;
  private final Stopping stopping = new Stopping();
  private volatile SinkLoop loop;
  private volatile RecordingBackend records;
  private volatile FinalDrain finalDrain;

  public Sink(
      SinkSettings settings,
      ReportingStacks stacks,
      SpanSink spans,
      LogSink log,
      Consumer<String> console) {
    this(
        settings,
        new SinkAssembly(
            settings,
            new Analysis.ByRules(),
            stacks,
            new Outlets(spans, log, console, new StallWatch(console, new Time.OfTheJvm())),
            console,
            new Time.OfTheJvm()));
  }

  Sink(SinkSettings settings, SinkAssembly assembly) {
    this.settings = settings;
    this.assembly = assembly;
    this.inbox = assembly.inbox();
  }

  /** To be told of every end. */
  public RecordListener listener() {
    return inbox;
  }

  /**
   * Starts the sink thread; connections that ended before are told too.
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
    loop = assembly.loop(inbox, backend, stopping);
    finalDrain = assembly.finalDrain(loop, backend, stopping);
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
    if (known != null && !stopping.hasBegun()) {
      known.run(settings.flushNanos(), others, search);
      loop.checkAtLast();
    }
  }
}
