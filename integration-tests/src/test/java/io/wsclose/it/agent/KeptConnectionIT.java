// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.it.jetty.JettyVersions;
import io.wsclose.it.service.Service;
import io.wsclose.it.service.StackUnderTest;
import io.wsclose.it.tyrus.TyrusVersions;
import io.wsclose.it.undertow.UndertowVersions;
import io.wsclose.testbed.otlp.ReceivedSpan;
import io.wsclose.testbed.peer.Frame;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests that are sent together on one connection, to stacks that do not read the next one before
 * they have answered; of Netty, which does, {@code PipeliningIT} tells.
 */
class KeptConnectionIT {
  static List<StackUnderTest> lines() {
    return List.of(
        UndertowVersions.core24(),
        JettyVersions.jetty121(),
        JettyVersions.jetty94(),
        TyrusVersions.tyrus2());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lines")
  void everyUpgradeRequestHasTheEventOfItsOwnAnswer(StackUnderTest line) throws Exception {
    try (Service service = Service.start(line)) {
      try (RawPeer peer = RawPeer.connect(service.port())) {
        peer.pipeline(
            List.of(
                Opening.plain("/nowhere/plain").with("Connection", "keep-alive"),
                Opening.plain("/nowhere/again").with("Connection", "keep-alive"),
                Opening.of("/chat/opened")));
        assertThat(peer.answerWithBody().status()).isEqualTo(404);
        assertThat(peer.answerWithBody().status()).isEqualTo(404);
        assertThat(peer.answer().status()).isEqualTo(101);
        peer.echo("hello").send(Frame.close(1000, "bye")).readToEnd();
      }
      ReceivedSpan span = service.awaitCloseSpan("/chat/opened");
      assertThat(span.text("websocket.close.cause")).isEqualTo("peer.clean_close");
      service.stop();
      assertThat(service.receiver().spans()).hasSize(1);
    }
  }
}
