// SPDX-License-Identifier: Apache-2.0
package io.wsclose.testbed.otlp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/**
 * An OTLP endpoint over HTTP on a free loopback port, which keeps the spans it is sent. It can be
 * told to fail.
 */
public final class OtlpReceiver implements AutoCloseable {
  /** What an export request gets. */
  public enum Mode {
    ACCEPT,
    /** 503, which exporters take as a reason to try again. */
    UNAVAILABLE,
    /** No answer until the mode changes. */
    HANG,
    /** The connection ends without an answer. */
    CLOSE
  }

  private static final String PROTOBUF = "application/x-protobuf";

  private final HttpServer server;
  private final ExecutorService threads;
  private final List<ReceivedSpan> spans = new ArrayList<>();
  private final List<String> otherRequests = new ArrayList<>();
  private final Consumer<byte[]> tee;

  private Mode mode = Mode.ACCEPT;
  private CountDownLatch modeChanged = new CountDownLatch(1);
  private int requests;

  private OtlpReceiver(Consumer<byte[]> tee) throws IOException {
    this.tee = tee;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "otlp-receiver");
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public static OtlpReceiver start() throws IOException {
    return new OtlpReceiver(body -> {});
  }

  /** Gives the body of each accepted export, uncompressed, to {@code tee} as well. */
  public static OtlpReceiver start(Consumer<byte[]> tee) throws IOException {
    return new OtlpReceiver(tee);
  }

  /** The value for {@code otel.exporter.otlp.endpoint}. */
  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public synchronized void mode(Mode next) {
    mode = next;
    modeChanged.countDown();
    modeChanged = new CountDownLatch(1);
  }

  public synchronized List<ReceivedSpan> spans() {
    return List.copyOf(spans);
  }

  public List<ReceivedSpan> spans(Predicate<ReceivedSpan> which) {
    return spans().stream().filter(which).toList();
  }

  /** How many exports came, those that were failed on purpose included. */
  public synchronized int requests() {
    return requests;
  }

  /** Paths of requests that were not trace exports: metrics or logs that nobody asked for. */
  public synchronized List<String> otherRequests() {
    return List.copyOf(otherRequests);
  }

  /**
   * Waits until at least {@code count} spans of this kind are there; throws after {@code atMost}.
   */
  public synchronized List<ReceivedSpan> await(
      int count, Predicate<ReceivedSpan> which, Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    List<ReceivedSpan> found = spans(which);
    while (found.size() < count) {
      long millis = (deadline - System.nanoTime()) / 1_000_000;
      if (millis <= 0) {
        throw new IllegalStateException(
            "waited "
                + atMost
                + " for "
                + count
                + " spans, received "
                + found.size()
                + " of them and "
                + spans.size()
                + " in all");
      }
      try {
        wait(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
      found = spans(which);
    }
    return found;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = body(exchange);
      if (!exchange.getRequestURI().getPath().equals("/v1/traces")) {
        synchronized (this) {
          otherRequests.add(exchange.getRequestURI().getPath());
        }
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      Mode now = modeAfterHanging();
      if (now == Mode.CLOSE) {
        return;
      }
      if (now == Mode.UNAVAILABLE) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      keep(SpanDecoder.decode(body));
      tee.accept(body);
      exchange.getResponseHeaders().set("Content-Type", PROTOBUF);
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private Mode modeAfterHanging() {
    synchronized (this) {
      requests++;
    }
    while (true) {
      CountDownLatch changed;
      synchronized (this) {
        if (mode != Mode.HANG) {
          return mode;
        }
        changed = modeChanged;
      }
      try {
        changed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Mode.CLOSE;
      }
    }
  }

  private synchronized void keep(List<ReceivedSpan> received) {
    spans.addAll(received);
    notifyAll();
  }

  private static byte[] body(HttpExchange exchange) throws IOException {
    byte[] sent = exchange.getRequestBody().readAllBytes();
    if (!"gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
      return sent;
    }
    try (InputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(sent))) {
      return unzipped.readAllBytes();
    }
  }

  @Override
  public void close() {
    mode(Mode.CLOSE);
    server.stop(0);
    threads.shutdownNow();
  }
}
