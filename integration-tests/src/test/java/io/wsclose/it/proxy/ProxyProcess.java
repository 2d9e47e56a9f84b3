// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.proxy;

import static org.junit.jupiter.api.Assumptions.abort;

import io.wsclose.it.service.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A proxy of this machine that listens on the loopback interface; {@link #close} ends it. */
public final class ProxyProcess implements AutoCloseable {
  private final Process process;
  private final Path log;
  private final int port;

  private ProxyProcess(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
  }

  /** Starts it and waits until it listens on this port. */
  static ProxyProcess start(List<String> command, Path directory, int port) throws IOException {
    Path log = directory.resolve("log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    // Caddy saves its configuration below this one
    builder.environment().put("XDG_CONFIG_HOME", directory.toString());
    Process process = builder.start();
    // a test run that is broken off leaves nothing behind
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    ProxyProcess proxy = new ProxyProcess(process, log, port);
    try {
      Awaitility.await("proxy listens").atMost(Service.PATIENCE).until(proxy::listens);
      return proxy;
    } catch (RuntimeException e) {
      proxy.close();
      throw e;
    }
  }

  /** Where this program is; the test is skipped where it is not. */
  public static String binary(String name) {
    return Stream.of((System.getenv("PATH") + ":/usr/sbin:/usr/local/sbin").split(":"))
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Path::toString)
        .orElseGet(() -> abort("no " + name + " on this machine: tests behind it are skipped"));
  }

  /** One that nobody had a moment ago. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private boolean listens() {
    if (!process.isAlive()) {
      throw new IllegalStateException("ended at once: " + log());
    }
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  private String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Kills it and its workers, as the kernel does when memory runs out. */
  void kill() {
    List<ProcessHandle> workers = process.descendants().toList();
    // first, or it would start new workers
    process.destroyForcibly();
    workers.forEach(ProcessHandle::destroyForcibly);
  }

  /** Ends it and its workers at once, as SIGTERM does. */
  @Override
  public void close() {
    List<ProcessHandle> workers = process.descendants().toList();
    process.destroy();
    // most end their workers themselves
    workers.forEach(ProcessHandle::destroy);
    try {
      if (!process.waitFor(Service.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("did not end: " + log());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
