// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.agent;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.it.netty.NettyVersions;
import io.wsclose.it.service.Service;
import io.wsclose.it.service.StackUnderTest;
import io.wsclose.testbed.otlp.OtlpReceiver;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The JVM is told to go while connections are open. */
class ShutdownIT {
  private static final int OPEN = 100;

  private final List<RawPeer> peers = new ArrayList<>();

  @AfterEach
  void closePeers() {
    peers.forEach(RawPeer::close);
  }

  @Test
  void sigtermEndsEveryConnectionWithItsEvent() throws Exception {
    try (Service service = start(NettyVersions.netty42())) {
      open(service);
      service.stop();

      assertAllTold(service);
    }
  }

  /** The first event of the JVM comes when its shutdown hooks already run. */
  @Test
  void connectionsThatNobodyClosesEndWithTheJvm() throws Exception {
    try (Service service = start(NettyVersions.netty42().argument("no-hook"))) {
      open(service);
      service.stop();

      assertAllTold(service);
    }
  }

  @Test
  void anEndpointThatHangsNeitherKeepsTheJvmNorTheLog() throws Exception {
    try (Service service = start(NettyVersions.netty42())) {
      service.receiver().mode(OtlpReceiver.Mode.HANG);
      open(service);
      service.stop();

      assertAllLogged(service);
    }
  }

  private void open(Service service) {
    for (int i = 0; i < OPEN; i++) {
      RawPeer peer = RawPeer.open(service.port(), Opening.of("/chat/" + i));
      peers.add(peer.echo("hello"));
    }
  }

  private static void assertAllTold(Service service) {
    Map<String, Long> causes =
        service.receiver().spans().stream()
            .collect(groupingBy(span -> span.text("websocket.close.cause"), counting()));
    Set<String> paths =
        service.receiver().spans().stream()
            .map(span -> span.text("url.path"))
            .collect(Collectors.toSet());

    assertThat(causes)
        .as(service.jvm().transcript())
        .isEqualTo(Map.of("local.shutdown", (long) OPEN));
    assertThat(paths).hasSize(OPEN);
    assertAllLogged(service);
  }

  private static void assertAllLogged(Service service) {
    List<String> lines = service.jvm().stderr().lines(line -> line.contains("websocket closed "));
    assertThat(lines.size()).as(service.jvm().transcript()).isEqualTo(OPEN);
  }

  private static Service start(StackUnderTest line) throws IOException {
    return Service.start(line);
  }
}
