// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.wsclose.it.netty.NettyVersions;
import io.wsclose.it.service.Layout;
import io.wsclose.it.service.Service;
import io.wsclose.testbed.jvm.JavaRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * A million connections in one JVM: nothing stays behind, and every end is an event or a counted
 * loss. {@code -Dwsclose.soak=100000} makes it shorter.
 */
@EnabledIfEnvironmentVariable(
    named = "WSCLOSE_IT_SLOW",
    matches = ".+",
    disabledReason = "takes ten minutes; set WSCLOSE_IT_SLOW=1 to run it")
class SoakIT {
  private static final int CONNECTIONS = Integer.getInteger("wsclose.soak", 1_000_000);

  /** Until here tables grow to their size, and code is compiled. */
  private static final int WARM_UP = 50_000;

  @Test
  void aMillionConnectionsLeaveNothingBehind() throws Exception {
    try (Collector collector = new Collector();
        Service service =
            Service.start(
                NettyVersions.netty42(),
                program ->
                    program
                        .option("-Xmx256m")
                        .property("otel.exporter.otlp.traces.endpoint", collector.endpoint())
                        .agent(Layout.agent(), "wait.siblings=300ms,log=stderr,flush=30s"))) {
      service.jvm().stdout().keepOnly(line -> !line.startsWith("[app]"));
      Ledger ledger = new Ledger(service);
      Load load = new Load(service.port());
      load.play(WARM_UP, SoakIT::play);
      long before = usedHeap(service);
      load.play(CONNECTIONS - WARM_UP, SoakIT::play);
      long after = usedHeap(service);

      long attempts = ledger.countAttempts("/chat/last");
      service.stop();
      System.out.printf(
          "soak: %d connections, %d attempts: %d logged, %d refusals summed up, %d dropped;"
              + " %d bytes of spans; heap after GC %d KB, at the end %d KB%n",
          CONNECTIONS,
          attempts,
          ledger.logged(),
          ledger.refused(),
          ledger.dropped(),
          collector.received.get(),
          before >> 10,
          after >> 10);
      assertThat(ledger.all()).isEqualTo(attempts);
      assertThat(attempts).isGreaterThanOrEqualTo(CONNECTIONS + 1);
      assertThat((double) after).isLessThan(1.05 * before);
    }
  }

  private static void play(Load load, int number) throws IOException {
    int kind = number % 100;
    if (kind < 30) {
      load.closeCleanly(number);
    } else if (kind < 50) {
      load.breakOff(number);
    } else if (kind < 78) {
      load.reset(number);
    } else if (kind < 98) {
      load.beRefused(number);
    } else {
      load.pipeline(number);
    }
  }

  /**
   * Of live objects, over a time in which all ends are told and the service's own timers run out.
   */
  private static long usedHeap(Service service) throws Exception {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 8; i++) {
      TimeUnit.SECONDS.sleep(5);
      least = Math.min(least, liveBytes(service));
    }
    return least;
  }

  /** The last line of a class histogram, for which the JVM collects garbage first. */
  private static long liveBytes(Service service) throws Exception {
    Path jcmd = JavaRuntime.current().java().resolveSibling("jcmd");
    Process histogram =
        new ProcessBuilder(
                jcmd.toString(), Long.toString(service.jvm().pid()), "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    String lines = new String(histogram.getInputStream().readAllBytes());
    String total = lines.substring(lines.lastIndexOf("Total")).trim();
    return Long.parseLong(total.split("\\s+")[2]);
  }

  /** Accepts spans and forgets them. */
  private static final class Collector implements AutoCloseable {
    private final AtomicLong received = new AtomicLong();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final HttpServer server;

    private Collector() throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(threads);
      server.createContext(
          "/",
          exchange -> {
            try (InputStream body = exchange.getRequestBody()) {
              received.addAndGet(body.readAllBytes().length);
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
          });
      server.start();
    }

    private String endpoint() {
      return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    @Override
    public void close() {
      server.stop(0);
      threads.shutdownNow();
    }
  }
}
