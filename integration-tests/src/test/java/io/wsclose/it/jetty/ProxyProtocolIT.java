// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.it.program.ProxiedJetty;
import io.wsclose.it.service.Layout;
import io.wsclose.it.service.Service;
import io.wsclose.it.service.StackUnderTest;
import io.wsclose.testbed.otlp.ReceivedSpan;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Jetty puts an endpoint of its own before the one with the idle timer. */
class ProxyProtocolIT {
  private static final String HEAD = "PROXY TCP4 192.0.2.7 192.0.2.1 41000 80\r\n";

  @Test
  void idleLimitOfTheEndpointBelowIsSeen() throws Exception {
    List<Path> classPath = new ArrayList<>(Layout.lib("jetty-12.1"));
    classPath.add(Layout.testClasses());
    String version = Layout.version("jetty-12.1", "jetty-server");
    StackUnderTest line =
        StackUnderTest.of("Jetty PROXY", "jetty", version, classPath, ProxiedJetty.class.getName());
    try (Service service = Service.start(line)) {
      try (RawPeer peer = RawPeer.connect(service.port())) {
        peer.sendBytes(HEAD.getBytes(StandardCharsets.US_ASCII));
        assertThat(peer.request(Opening.of("/chat/idle")).status()).isEqualTo(101);
        peer.answerToEnd();
      }
      ReceivedSpan span = service.awaitCloseSpan("/chat/idle");
      assertThat(span.text("websocket.close.cause")).isEqualTo("local.idle_timeout");
      assertThat(span.text("websocket.close.confidence")).isEqualTo("certain");
      assertThat(span.texts("websocket.close.evidence"))
          .anyMatch(text -> text.contains("a local idle limit of 0.4 s ran out"));
    }
  }
}
