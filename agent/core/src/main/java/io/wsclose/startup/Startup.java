// SPDX-License-Identifier: Apache-2.0
package io.wsclose.startup;

import io.wsclose.bootstrap.Recorder;
import io.wsclose.configuration.Configuration;
import io.wsclose.configuration.ConfigurationReader;
import io.wsclose.configuration.Option;
import io.wsclose.configuration.SpanParent;
import io.wsclose.instrumentation.Background;
import io.wsclose.instrumentation.Instrumenter;
import io.wsclose.instrumentation.Stacks;
import io.wsclose.intermediary.Intermediaries;
import io.wsclose.record.ApplicationCode;
import io.wsclose.record.FrameRetention;
import io.wsclose.record.RecordingBackend;
import io.wsclose.sink.Sink;
import io.wsclose.stack.WebSocketStack;
import java.lang.instrument.Instrumentation;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * Builds the agent, in its own loader. Everything here runs before the application's {@code main},
 * so it avoids what is slow to initialise: lambdas, logging, OpenTelemetry, Byte Buddy.
 */
public final class Startup {
  /** Lines about the start come before what the application prints, unless nobody reads them. */
  private static final long START_LINES_NANOS = TimeUnit.SECONDS.toNanos(1);

  private Startup() {}

  /**
   * @param arguments as the JVM hands them to the agent, may be null
   */
  public static void start(String arguments, Instrumentation instrumentation) {
    Console console = new Console();
    Properties properties = System.getProperties();
    Map<String, String> environment = System.getenv();
    ConfigurationReader reader = ConfigurationReader.read(arguments, properties, environment);
    for (String complaint : reader.complaints()) {
      console.accept(complaint);
    }
    Configuration configuration = reader.configuration();
    if (!configuration.get(Option.ENABLED)) {
      console.accept(
          Version.current() + " is off: enabled=false (" + reader.originOf(Option.ENABLED) + ")");
      return;
    }
    readIntermediaries(configuration.get(Option.INTERMEDIARIES), console);
    if (!install(configuration, instrumentation, console)) {
      console.accept("already running in this JVM, this second copy stays off");
      return;
    }
    OtelSettings otel = new OtelSettings(properties, environment);
    String destination =
        new DestinationLine(otel)
            .describe(OpenTelemetryAgentSearch.isPresentOrComing(), configuration.get(Option.LOG));
    boolean child = configuration.get(Option.SPAN_PARENT) == SpanParent.CHILD;
    String sampled = new SamplerLine(otel).describe(child, configuration.get(Option.LOG));
    console.accept(
        Version.current()
            + " on Java "
            + System.getProperty("java.version")
            + ": "
            + destination
            + (sampled.isEmpty() || destination.startsWith("no spans") ? "" : "; " + sampled));
    console.flush(START_LINES_NANOS);
  }

  /** Reads nothing unless it is asked to: the built-in table waits for the first handshake. */
  private static void readIntermediaries(String path, Console console) {
    if (path.isEmpty()) {
      return;
    }
    for (String complaint : Intermediaries.addFrom(path)) {
      console.accept("intermediaries=" + path + " " + complaint);
    }
  }

  private static boolean install(
      Configuration configuration, Instrumentation instrumentation, Console console) {
    console.start();
    Background background = AgentThread.start(console);
    List<WebSocketStack> stacks = Stacks.load(Startup.class.getClassLoader(), console);
    ShutdownHooks hooks = new ShutdownHooks(instrumentation);
    Sink sink = Wiring.sink(configuration, stacks, instrumentation, console);
    ApplicationCode application = new ApplicationCode(configuration.get(Option.APP_PACKAGES));
    Instrumenter instrumenter =
        new Instrumenter(
            instrumentation,
            stacks,
            background,
            new FirstConnection(background, sink, hooks, application),
            console);
    RecordingBackend backend =
        new RecordingBackend(
            instrumenter.libraries(),
            FrameRetention.of(configuration.get(Option.FRAMES), configuration.get(Option.PAYLOAD)),
            application,
            new TraceOfCaller(),
            sink.listener(),
            instrumenter.hookFailures());
    if (!Recorder.install(backend)) {
      return false;
    }
    sink.start(backend);
    ModularLoaders.openBootstrapPackage();
    Runtime.getRuntime().addShutdownHook(new ShutdownHook(sink, hooks, console));
    instrumenter.install();
    return true;
  }
}
