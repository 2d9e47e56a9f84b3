// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.it.jetty.JettyVersions;
import io.wsclose.it.netty.NettyVersions;
import io.wsclose.it.service.Layout;
import io.wsclose.it.service.Service;
import io.wsclose.it.service.StackUnderTest;
import io.wsclose.it.undertow.UndertowVersions;
import io.wsclose.testbed.peer.Frame;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import java.util.List;
import java.util.function.UnaryOperator;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent comes to a JVM that has long been running. */
class AttachIT {
  static List<StackUnderTest> lines() {
    return List.of(
        NettyVersions.netty42(),
        UndertowVersions.core24(),
        JettyVersions.jetty121(),
        JettyVersions.jetty94());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lines")
  void explainsEndsFromThenOn(StackUnderTest line) throws Exception {
    try (Service service = Service.start(line, UnaryOperator.identity())) {
      // Undertow closes its own direction and waits for the client's end
      try (RawPeer early = RawPeer.open(service.port(), Opening.of("/chat/early"))) {
        early.echo("opened before");
        attach(service);
        service.jvm().stderr().await("[wsclose] ", Service.PATIENCE);

        try (RawPeer late = RawPeer.open(service.port(), Opening.of("/chat/late"))) {
          late.echo("opened after").send(Frame.close(1000, "bye")).readToEnd();
        }
        assertThat(service.awaitCloseSpan("/chat/late").text("websocket.close.cause"))
            .isEqualTo("peer.clean_close");

        early.echo("still here").send(Frame.close(1001, "")).readToEnd();
      }
      service
          .receiver()
          .await(
              1,
              span -> span.text("websocket.close.cause").equals("peer.going_away"),
              Service.PATIENCE);
      service.stop();
      assertThat(service.receiver().spans()).hasSize(2);
    }
  }

  @Test
  void onTopOfARunningAgentItIsToldAndIgnored() throws Exception {
    try (Service service = Service.start(NettyVersions.netty42())) {
      attach(service);
      service.jvm().stderr().await("already running", Service.PATIENCE);

      try (RawPeer peer = RawPeer.open(service.port(), Opening.of("/chat/once"))) {
        peer.echo("hello").send(Frame.close(1000, "")).readToEnd();
      }
      service.awaitCloseSpan("/chat/once");
      service.stop();
      assertThat(service.receiver().spans()).hasSize(1);
    }
  }

  private static void attach(Service service) {
    ByteBuddyAgent.attach(
        Layout.agent().toFile(), Long.toString(service.jvm().pid()), Service.QUICK);
  }
}
