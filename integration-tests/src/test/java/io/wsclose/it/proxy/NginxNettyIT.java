package io.wsclose.it.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.it.netty.NettyLines;
import io.wsclose.testbed.otlp.ReceivedSpan;
import io.wsclose.testbed.peer.RawPeer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

class NginxNettyIT extends NginxScenarios {
  NginxNettyIT() {
    super(NettyLines.netty42());
  }

  /** Needs a service without an idle limit of its own, as Jetty has one of 30 s. */
  @Test
  @EnabledIfEnvironmentVariable(
      named = "WSCLOSE_IT_SLOW",
      matches = ".+",
      disabledReason = "takes a minute; set WSCLOSE_IT_SLOW=1 to run it")
  void silenceToTheDefaultLimit() {
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
