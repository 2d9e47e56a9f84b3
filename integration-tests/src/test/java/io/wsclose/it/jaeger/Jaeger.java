// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.jaeger;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A running Jaeger with nothing in it; {@link #close} leaves nothing behind. */
final class Jaeger implements AutoCloseable {
  private static final Duration START_PATIENCE = Duration.ofMinutes(2);
  private static final Duration END_PATIENCE = Duration.ofSeconds(30);

  private final JaegerProgram.Launch launch;
  private final Ports ports;
  private final JaegerApi api;
  private final Path log;
  private final Process process;

  private final AtExit atExit;

  private Jaeger(JaegerProgram.Launch launch, Ports ports) throws IOException {
    this.launch = launch;
    this.ports = ports;
    api = new JaegerApi(address());
    log = Files.createTempFile("wsclose-jaeger", ".log");
    ProcessBuilder builder = new ProcessBuilder(launch.command());
    // it would take those for its own telemetry
    builder.environment().keySet().removeIf(key -> key.startsWith("OTEL_"));
    builder.environment().put(JaegerProgram.CONFIGURATION, launch.configuration());
    process =
        builder
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    atExit = AtExit.run(this::end);
  }

  /** Starts the Jaeger of this machine and waits until it answers; aborts the test without one. */
  static Jaeger start() throws IOException {
    return start(Optional.empty());
  }

  /**
   * @param page a folder with the built web page, for a Jaeger that has none in it
   */
  static Jaeger start(Optional<Path> page) throws IOException {
    JaegerProgram program = JaegerSource.find();
    Ports ports = Ports.free();
    Jaeger jaeger;
    try {
      jaeger = new Jaeger(program.launch(ports, page), ports);
    } catch (IOException e) {
      throw new AssertionError("cannot be run: " + program.name() + "\n" + program.hint(), e);
    }
    try {
      await()
          .atMost(START_PATIENCE)
          .pollInterval(Duration.ofMillis(50))
          .until(() -> !jaeger.process.isAlive() || jaeger.answers());
      if (!jaeger.process.isAlive()) {
        throw new IllegalStateException("ended with " + jaeger.process.exitValue());
      }
      return jaeger;
    } catch (RuntimeException e) {
      String output = Files.readString(jaeger.log);
      jaeger.close();
      throw new AssertionError(
          "does not start: " + program.name() + "\n" + program.hint() + "\n" + output, e);
    }
  }

  private boolean answers() {
    try (Socket otlp = new Socket(InetAddress.getLoopbackAddress(), ports.otlp())) {
      return otlp.isConnected() && api.isUp();
    } catch (IOException e) {
      return false;
    }
  }

  /** The value for {@code otel.exporter.otlp.endpoint}. */
  String otlpEndpoint() {
    return "http://127.0.0.1:" + ports.otlp();
  }

  /** Of its web page and of its query API. */
  URI address() {
    return URI.create("http://127.0.0.1:" + ports.query() + "/");
  }

  JaegerApi api() {
    return api;
  }

  @Override
  public void close() {
    atExit.close();
    end();
  }

  private void end() {
    try {
      if (!launch.end().isEmpty()) {
        Command.of(launch.end()).run(END_PATIENCE);
      }
      process.destroyForcibly().waitFor(END_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      Files.deleteIfExists(log);
    } catch (IOException e) {
      JaegerSource.say("not ended: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
