// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.it.netty.NettyVersions;
import io.wsclose.it.service.Service;
import io.wsclose.testbed.otlp.ReceivedSpan;
import io.wsclose.testbed.peer.Frame;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import org.junit.jupiter.api.Test;

/** A library that was merged into the application under another name is known all the same. */
class ShadedIT {
  @Test
  void aRelocatedCopyOfNettyIsNetty() throws Exception {
    try (Service service = Service.start(NettyVersions.netty41Shaded())) {
      try (RawPeer peer = RawPeer.open(service.port(), Opening.of("/chat/polite"))) {
        peer.echo("hello").send(Frame.close(1000, "bye")).readToEnd();
      }
      try (RawPeer peer = RawPeer.open(service.port(), Opening.of("/chat/lost"))) {
        peer.echo("hello").reset();
      }
      try (RawPeer peer = RawPeer.open(service.port(), Opening.of("/chat/kicked"))) {
        peer.echo("hello").sendText("/kick").answerToEnd();
      }

      assertTold(service, "polite", "peer.clean_close");
      assertTold(service, "lost", "peer.reset");
      ReceivedSpan kicked = assertTold(service, "kicked", "local.app_close");
      assertThat(kicked.text("websocket.close.call_site")).contains("com.acme.chat.", ".kick(");
      String selfCheck =
          service.jvm().stderr().await("copy under com.acme.shaded.*", Service.PATIENCE);
      assertThat(selfCheck)
          .startsWith("[wsclose] netty " + service.line().version())
          .doesNotContain("not bound");
      service.stop();
      assertThat(service.receiver().spans()).hasSize(3);
    }
  }

  private static ReceivedSpan assertTold(Service service, String guest, String cause) {
    ReceivedSpan span = service.awaitCloseSpan("/chat/" + guest);
    assertThat(span.text("websocket.close.cause")).isEqualTo(cause);
    assertThat(span.text("websocket.stack")).isEqualTo("netty");
    assertThat(span.text("websocket.stack.version")).isEqualTo(service.line().version());
    assertThat(span.attribute("websocket.frames.received"))
        .contains(guest.equals("lost") ? 1L : guest.equals("polite") ? 2L : 3L);
    return span;
  }
}
