// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.it.service.Service;
import io.wsclose.it.service.StackUnderTest;
import io.wsclose.testbed.otlp.ReceivedSpan;
import io.wsclose.testbed.peer.Frame;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The listener of a Close frame's write closes the channel, as Netty's own examples and frameworks
 * do it.
 */
class CloseByListenerIT {
  private static final int TIMES = 5;

  static Stream<StackUnderTest> lines() {
    return Stream.of(
        NettyVersions.netty41(), NettyVersions.netty42(), NettyVersions.netty42Epoll());
  }

  @ParameterizedTest
  @MethodSource("lines")
  void aCloseFrameThatThePeerGotWasSent(StackUnderTest line) throws IOException {
    try (Service service = Service.start(line)) {
      for (int i = 0; i < TIMES; i++) {
        String path = "/chat/goodbye-" + i;
        try (RawPeer peer = RawPeer.open(service.port(), Opening.of(path))) {
          peer.echo("hello").sendText("/goodbye");
          assertThat(peer.receive(Frame.CLOSE).code()).isEqualTo(1000);
          peer.awaitEnd();
        }
        ReceivedSpan span = service.awaitCloseSpan(path);
        assertThat(span.text("websocket.close.cause")).isEqualTo("local.app_close");
        assertThat(span.attribute("websocket.close.sent.code")).contains(1000L);
        assertThat(span.attribute("websocket.close.sent.reason")).contains("goodbye");
        assertThat(span.attribute("websocket.frames.sent")).contains(2L);
        assertThat(span.text("websocket.close.evidence"))
            .doesNotContain("never left", "could not be sent");
      }
    }
  }
}
