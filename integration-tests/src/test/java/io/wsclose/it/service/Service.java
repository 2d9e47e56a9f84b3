// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.service;

import static org.junit.jupiter.api.Assumptions.abort;

import io.wsclose.testbed.jvm.ChildJvm;
import io.wsclose.testbed.jvm.JavaRuntime;
import io.wsclose.testbed.jvm.Program;
import io.wsclose.testbed.otlp.OtlpReceiver;
import io.wsclose.testbed.otlp.ReceivedSpan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The chat service of a stack line, running in a child JVM with the agent, and what it exports. */
public final class Service implements AutoCloseable {
  /** So long that only a fault reaches it. */
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * Waits are short, so that the list of scenarios does not take minutes; the default has a test of
   * its own. The flush bound is long: on a slow machine making an SDK takes its time.
   */
  public static final String QUICK = "wait.siblings=300ms,log.rate=0,flush=30s";

  private static final String LISTENING = "[app] listening on ";
  private static final Pattern PORT = Pattern.compile("listening on (\\d+)");

  private final StackUnderTest line;
  private final ChildJvm jvm;
  private final OtlpReceiver receiver;
  private final int port;

  private Service(StackUnderTest line, ChildJvm jvm, OtlpReceiver receiver, int port) {
    this.line = line;
    this.jvm = jvm;
    this.receiver = receiver;
    this.port = port;
  }

  /** With the agent as most operators would have it. */
  public static Service start(StackUnderTest line) throws IOException {
    return start(line, program -> program.agent(Layout.agent(), QUICK));
  }

  /** With what {@code setUp} makes of the command line, the agent included. */
  public static Service start(StackUnderTest line, UnaryOperator<Program> setUp)
      throws IOException {
    return start(line, List.of(), setUp);
  }

  /** With more jars on the class path, too. */
  public static Service start(StackUnderTest line, List<Path> more, UnaryOperator<Program> setUp)
      throws IOException {
    OtlpReceiver receiver = OtlpReceiver.start();
    try {
      return start(line, more, setUp, receiver);
    } catch (IOException | RuntimeException e) {
      receiver.close();
      throw e;
    }
  }

  private static Service start(
      StackUnderTest line, List<Path> more, UnaryOperator<Program> setUp, OtlpReceiver receiver)
      throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("port=0", "console", "idle=400", "heartbeat=200"));
    arguments.addAll(line.arguments());
    Program program =
        Program.on(runtime(line.java()))
            .property("otel.exporter.otlp.endpoint", receiver.endpoint())
            .property("otel.service.name", "chat")
            .property("otel.bsp.schedule.delay", "20")
            .classPath(line.classPath())
            .classPath(more)
            .main(line.mainClass(), arguments.toArray(String[]::new));
    ChildJvm jvm = setUp.apply(program).start();
    try {
      String listening = jvm.stdout().await(LISTENING, PATIENCE);
      int port = portIn(listening);
      return new Service(line, jvm, receiver, port);
    } catch (RuntimeException e) {
      jvm.dumpThreads();
      jvm.close();
      throw new IllegalStateException("not listening\n" + jvm.transcript(), e);
    }
  }

  /** What the JVM itself prints may stand before and behind it in the same line. */
  private static int portIn(String line) {
    Matcher number = PORT.matcher(line);
    if (!number.find()) {
      throw new IllegalStateException("no port in '" + line + "'");
    }
    return Integer.parseInt(number.group(1));
  }

  private static JavaRuntime runtime(int version) {
    return JavaRuntime.of(version)
        .orElseGet(
            () ->
                abort(
                    "no Java " + version + " on this machine: name one in WSCLOSE_JAVA" + version));
  }

  public StackUnderTest line() {
    return line;
  }

  public ChildJvm jvm() {
    return jvm;
  }

  public OtlpReceiver receiver() {
    return receiver;
  }

  public int port() {
    return port;
  }

  /** Close spans of connections to this path that have arrived so far. */
  public List<ReceivedSpan> closeSpans(String path) {
    return receiver.spans(span -> isCloseOf(span, path));
  }

  /** Waits for the close span of a connection to this path. */
  public ReceivedSpan awaitCloseSpan(String path) {
    try {
      return receiver.await(1, span -> isCloseOf(span, path), PATIENCE).get(0);
    } catch (IllegalStateException e) {
      throw new AssertionError(
          "no span for " + path + ": " + e.getMessage() + "\n" + jvm.transcript(), e);
    }
  }

  /** Ends the program as an operator would, and waits until it is gone. */
  public void stop() {
    jvm.terminate();
    jvm.awaitExit(PATIENCE);
  }

  private static boolean isCloseOf(ReceivedSpan span, String path) {
    return span.name().startsWith("websocket close ") && span.text("url.path").equals(path);
  }

  @Override
  public void close() {
    jvm.close();
    receiver.close();
  }
}
