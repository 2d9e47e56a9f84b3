// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.undertow;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.it.netty.NettyVersions;
import io.wsclose.it.program.ForwardingUndertow;
import io.wsclose.it.service.Layout;
import io.wsclose.it.service.Service;
import io.wsclose.it.service.StackUnderTest;
import io.wsclose.testbed.otlp.ReceivedSpan;
import io.wsclose.testbed.peer.Frame;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A reverse proxy with the agent: it opens WebSockets whose frames it does not read. */
class ForwardingIT {
  @Test
  void forwardedWebSocketsLeaveNoEventAndRefusedOnesDo() throws Exception {
    try (Service backend = Service.start(NettyVersions.netty42(), program -> program);
        Service proxy = startProxy(backend.port())) {
      try (RawPeer peer = RawPeer.open(proxy.port(), Opening.of("/chat/polite"))) {
        peer.echo("hello").send(Frame.close(1000, "bye")).readToEnd();
      }
      try (RawPeer peer = RawPeer.open(proxy.port(), Opening.of("/chat/kicked"))) {
        peer.echo("hello").sendText("/kick").answerToEnd();
      }
      try (RawPeer peer = RawPeer.open(proxy.port(), Opening.of("/chat/lost"))) {
        peer.echo("hello").reset();
      }
      try (RawPeer peer = RawPeer.connect(proxy.port())) {
        assertThat(peer.request(Opening.of("/members/refused")).status()).isEqualTo(401);
      }
      ReceivedSpan refused = proxy.awaitCloseSpan("/members/refused");
      assertThat(refused.text("websocket.close.cause")).isEqualTo("handshake.auth_rejected");
      String line = proxy.jvm().stderr().await("pass through this JVM unread", Service.PATIENCE);
      assertThat(line).startsWith("[wsclose] undertow " + proxy.line().version() + ": ");

      try (RawPeer open = RawPeer.open(proxy.port(), Opening.of("/chat/open"))) {
        open.echo("hello");
        proxy.stop();
      }
      assertThat(proxy.receiver().spans()).as(proxy.jvm().transcript()).hasSize(1);
      assertThat(proxy.jvm().stderr().lines(text -> text.contains("unread"))).hasSize(1);
    }
  }

  private static Service startProxy(int backend) throws IOException {
    List<Path> classPath = new ArrayList<>(Layout.lib("undertow-2.4"));
    classPath.add(Layout.testClasses());
    return Service.start(
        StackUnderTest.of(
                "Undertow proxy",
                "undertow",
                Layout.version("undertow-2.4", "undertow-core"),
                classPath,
                ForwardingUndertow.class.getName())
            .argument(Integer.toString(backend)));
  }
}
