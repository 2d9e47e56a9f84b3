// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.it.service.StackUnderTest;
import io.wsclose.testbed.otlp.ReceivedSpan;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Behind nginx, with the configuration of {@code samples/compose}. */
abstract class NginxScenarios extends ProxyScenarios {
  NginxScenarios(StackUnderTest line) {
    super(line);
  }

  @Override
  final Proxy start(Path directory, Ways ways) throws IOException {
    return Nginx.start(directory, ways);
  }

  @Override
  final String causeOfItsClose() {
    return "peer.eof_without_close";
  }

  @Override
  final String settingInHint() {
    return "raise the limit: proxy_read_timeout (nginx)";
  }

  @Test
  final void upgradeNotPassedOn() {
    try (RawPeer peer = connect()) {
      assertThat(peer.request(Opening.of("/stripped/chat/stripped")).isUpgrade()).isFalse();
    }

    ReceivedSpan span = service().awaitCloseSpan("/chat/stripped");
    assertCause(span, "handshake.upgrade_stripped", "certain");
    assertThat(span.text("websocket.close.initiator")).isEqualTo("intermediary");
    assertThat(span.text("websocket.close.summary")).contains("without its Upgrade header");
    assertThat(span.text("websocket.close.hint")).contains("proxy_set_header Upgrade");
  }
}
