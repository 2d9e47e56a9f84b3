// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.wsclose.it.jetty.JettyVersions;
import io.wsclose.it.netty.NettyVersions;
import io.wsclose.it.service.Service;
import io.wsclose.it.service.StackUnderTest;
import io.wsclose.it.undertow.UndertowVersions;
import io.wsclose.testbed.otlp.ReceivedSpan;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** This JVM does not run for some seconds. */
class JvmPauseIT {
  private static final int CLIENTS = 6;
  private static final int PAUSE_MILLIS = 4_000;

  @Test
  void clientsThatGiveUpOnAPausedJvm() throws Exception {
    try (Service service = Service.start(NettyVersions.netty42())) {
      List<RawPeer> peers = open(service, "chat");
      pause(service, () -> peers.forEach(RawPeer::close));

      for (int i = 0; i < CLIENTS; i++) {
        ReceivedSpan span = service.awaitCloseSpan("/chat/" + i);
        assertThat(span.text("websocket.close.cause"))
            .as(service.jvm().transcript())
            .isEqualTo("local.jvm_stall");
        assertThat(span.text("websocket.close.confidence")).isEqualTo("possible");
        assertThat(span.texts("websocket.close.evidence"))
            .anyMatch(line -> line.startsWith("this JVM did not run for "));
      }
    }
  }

  @Test
  void oneClientThatLeavesAPausedJvm() throws Exception {
    try (Service service = Service.start(NettyVersions.netty42())) {
      RawPeer peer = RawPeer.open(service.port(), Opening.of("/chat/0")).echo("hello");
      pause(service, peer::close);

      assertThat(service.awaitCloseSpan("/chat/0").texts("websocket.close.alternatives"))
          .as(service.jvm().transcript())
          .contains("local.jvm_stall");
    }
  }

  /** Which of the idle timer and what the clients sent is first after a pause is chance. */
  @Test
  void anOwnIdleLimitThatRunsOutInAPause() throws Exception {
    try (Service service = Service.start(JettyVersions.jetty121().argument("idle=3000"))) {
      List<RawPeer> peers = open(service, "lounge");
      pause(service, () -> peers.forEach(peer -> peer.sendText("still here")));
      // an event that is not certain waits for others
      Thread.sleep(2_000);
      List<ReceivedSpan> closed =
          service.receiver().spans(span -> span.name().startsWith("websocket close"));
      peers.forEach(RawPeer::close);

      assumeFalse(closed.isEmpty(), "all frames were read before the timer ran");
      for (ReceivedSpan span : closed) {
        assertThat(mentioned(span)).as(service.jvm().transcript()).contains("local.jvm_stall");
        assertThat(span.text("websocket.close.confidence")).isNotEqualTo("certain");
        assertThat(span.texts("websocket.close.evidence"))
            .anyMatch(line -> line.startsWith("this JVM did not run for "));
      }
    }
  }

  static List<StackUnderTest> stacksWithEventLoops() {
    return List.of(
        NettyVersions.netty42(),
        NettyVersions.netty41().onJava(8),
        NettyVersions.netty42().onJava(25),
        UndertowVersions.core24());
  }

  @ParameterizedTest
  @MethodSource("stacksWithEventLoops")
  void aClientThatLeavesWhileAHandlerBlocksTheEventLoop(StackUnderTest line) throws Exception {
    try (Service service = Service.start(line)) {
      RawPeer peer = RawPeer.open(service.port(), Opening.of("/chat/0")).echo("hello");
      peer.sendText("/nap").close();

      ReceivedSpan span = service.awaitCloseSpan("/chat/0");
      assertThat(mentioned(span)).as(service.jvm().transcript()).contains("local.jvm_stall");
      assertThat(span.texts("websocket.close.evidence"))
          .anyMatch(
              evidence ->
                  evidence.startsWith("this JVM noticed that late: ")
                      && evidence.contains(" was seen in com.acme.chat."));
    }
  }

  private static List<String> mentioned(ReceivedSpan span) {
    List<String> causes = new ArrayList<>(span.texts("websocket.close.alternatives"));
    causes.add(span.text("websocket.close.cause"));
    return causes;
  }

  private static List<RawPeer> open(Service service, String room) throws IOException {
    List<RawPeer> peers = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      peers.add(RawPeer.open(service.port(), Opening.of("/" + room + "/" + i)).echo("hello"));
    }
    return peers;
  }

  private static void pause(Service service, Runnable meanwhile) throws InterruptedException {
    service.jvm().pause();
    try {
      meanwhile.run();
      // the length of the pause is what is tested
      Thread.sleep(PAUSE_MILLIS);
    } finally {
      service.jvm().resume();
    }
  }
}
