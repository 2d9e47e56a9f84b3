// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.it.netty.NettyVersions;
import io.wsclose.it.service.Layout;
import io.wsclose.it.service.Service;
import io.wsclose.testbed.otlp.OtlpReceiver;
import io.wsclose.testbed.peer.Frame;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** More ends than can be told: the application goes on, and what is lost is counted and told. */
class OverloadIT {
  private static final int CONNECTIONS = 1_000;
  private static final int AT_ONCE = 8;

  @Test
  void theLogHangs() throws Exception {
    try (Service service = start()) {
      // a full pipe holds some 200 lines
      service.jvm().stderr().hold();
      playAll(service);
      service.jvm().stderr().resume();
      service.stop();

      assertThat(dropped(service)).as(service.jvm().transcript()).isPositive();
      assertThat(logged(service) + dropped(service)).isEqualTo(CONNECTIONS);
      assertThat(service.receiver().spans().size() + notSent(service))
          .as(service.jvm().transcript())
          .isEqualTo(logged(service));
    }
  }

  @Test
  void theEndpointHangs() throws Exception {
    try (Service service = start()) {
      service.receiver().mode(OtlpReceiver.Mode.HANG);
      playAll(service);
      service.stop();

      assertThat(logged(service) + dropped(service)).isEqualTo(CONNECTIONS);
      assertThat(notSent(service)).isEqualTo(logged(service));
    }
  }

  private static Service start() throws IOException {
    return Service.start(
        NettyVersions.netty42(),
        program ->
            program
                .agent(Layout.agent(), Service.QUICK + ",queue=16")
                .property("otel.bsp.max.queue.size", "16")
                .property("otel.bsp.max.export.batch.size", "16"));
  }

  private static void playAll(Service service) throws Exception {
    ExecutorService peers = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<?>> ends = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        String path = "/chat/" + i;
        ends.add(peers.submit(() -> comeAndGo(service, path)));
      }
      for (Future<?> end : ends) {
        end.get();
      }
    } finally {
      peers.shutdownNow();
    }
  }

  private static int logged(Service service) {
    return service.jvm().stderr().lines(line -> line.contains("websocket closed ")).size();
  }

  private static int dropped(Service service) {
    return sum(service, "close events dropped") + sum(service, "were not told");
  }

  /** All that the application has to do for a guest; each step fails if it does not come soon. */
  private static void comeAndGo(Service service, String path) {
    try (RawPeer peer = RawPeer.open(service.port(), Opening.of(path))) {
      peer.echo("hello").send(Frame.close(1000, "bye"));
      assertThat(peer.readToEnd())
          .hasValueSatisfying(close -> assertThat(close.code()).isEqualTo(1000));
    }
  }

  private static int notSent(Service service) {
    return sum(service, "spans were not sent");
  }

  /** Of the first numbers in these lines of the agent. */
  private static int sum(Service service, String what) {
    return service.jvm().stderr().lines(line -> line.contains(what)).stream()
        .mapToInt(line -> Integer.parseInt(line.replaceFirst("^\\[wsclose\\] \\D*(\\d+).*", "$1")))
        .sum();
  }
}
