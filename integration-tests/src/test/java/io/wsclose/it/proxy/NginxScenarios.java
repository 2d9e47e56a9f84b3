package io.wsclose.it.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.it.service.StackLine;
import io.wsclose.testbed.otlp.ReceivedSpan;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Behind nginx, with the configuration of {@code samples/compose}. */
abstract class NginxScenarios extends ProxyScenarios {
  NginxScenarios(StackLine line) {
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

  /** The limit that the table knows takes a minute: only where the environment asks for it. */
  @Test
  @EnabledIfEnvironmentVariable(
      named = "WSCLOSE_IT_SLOW",
      matches = ".+",
      disabledReason = "takes a minute; set WSCLOSE_IT_SLOW=1 to run it")
  final void silenceToTheDefaultLimit() {
    try (RawPeer peer = open("/chat/silent-default")) {
      peer.echo("hello");
      service()
          .receiver()
          .await(
              1,
              span -> span.text("url.path").equals("/chat/silent-default"),
              Duration.ofMinutes(2));
    }

    ReceivedSpan span = service().awaitCloseSpan("/chat/silent-default");
    assertCause(span, "proxy.idle_timeout", "likely");
    assertThat(span.text("websocket.close.summary"))
        .contains("60 s is the default idle limit of nginx, which the request's headers suggest");
    assertThat(span.text("websocket.close.hint")).contains("proxy_read_timeout (nginx)");
  }
}
