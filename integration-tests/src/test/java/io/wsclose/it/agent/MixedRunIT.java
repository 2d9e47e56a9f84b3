// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.agent;

import static io.wsclose.it.agent.CloseKind.opened;
import static io.wsclose.it.agent.CloseKind.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.it.netty.NettyVersions;
import io.wsclose.it.service.Service;
import io.wsclose.it.service.StackUnderTest;
import io.wsclose.testbed.peer.Frame;
import io.wsclose.testbed.peer.RawPeer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A thousand connections that end in many ways at once: one event each, with the right cause. */
class MixedRunIT {
  private static final int CONNECTIONS = 1_000;
  private static final int AT_ONCE = 16;

  /** Ways to end, and the cause that each must be given. */
  private static final List<CloseKind> KINDS =
      List.of(
          opened("peer.clean_close", peer -> peer.send(Frame.close(1000, "")).readToEnd()),
          opened("peer.going_away", peer -> peer.send(Frame.close(1001, "")).readToEnd()),
          opened("peer.server_status", peer -> peer.send(Frame.close(1011, "")).readToEnd()),
          opened("peer.clean_close", peer -> peer.send(Frame.emptyClose()).readToEnd()),
          opened("peer.eof_without_close", peer -> peer.halfClose().awaitEnd()),
          opened("peer.reset", RawPeer::reset),
          opened("local.app_close", peer -> peer.sendText("/kick").answerClose()),
          opened("local.abort", peer -> peer.sendText("/drop").readToEnd()),
          opened("local.app_exception", peer -> peer.sendText("/throw").readToEnd()),
          opened(
              "protocol.peer_violation", peer -> peer.send(Frame.text("x").unmasked()).readToEnd()),
          opened(
              "protocol.invalid_utf8",
              peer -> peer.send(Frame.of(Frame.TEXT, new byte[] {(byte) 0xff})).readToEnd()),
          refused("handshake.not_websocket_endpoint"));

  static List<StackUnderTest> lines() {
    return List.of(NettyVersions.netty41(), NettyVersions.netty42());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lines")
  void eachConnectionLeavesOneEventWithItsCause(StackUnderTest line) throws Exception {
    Map<String, String> expected = new TreeMap<>();
    ExecutorService peers = Executors.newFixedThreadPool(AT_ONCE);
    try (Service service = Service.start(line)) {
      List<Future<?>> ends = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        int index = i;
        CloseKind kind = KINDS.get(i % KINDS.size());
        expected.put(kind.path(i), kind.cause());
        ends.add(peers.submit(() -> kind.play(index, service.port())));
      }
      for (Future<?> end : ends) {
        end.get();
      }
      service.receiver().await(CONNECTIONS, span -> true, Service.PATIENCE);
      service.stop();

      assertThat(service.receiver().spans()).hasSize(CONNECTIONS);
      assertThat(CloseKind.causes(service.receiver().spans())).isEqualTo(expected);
      assertThat(service.jvm().stderr().lines(text -> text.contains("websocket closed ")))
          .hasSize(CONNECTIONS);
    } finally {
      peers.shutdownNow();
    }
  }
}
