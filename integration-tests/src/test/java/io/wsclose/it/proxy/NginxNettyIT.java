// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.it.netty.NettyVersions;
import io.wsclose.testbed.otlp.ReceivedSpan;
import io.wsclose.testbed.peer.RawPeer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

class NginxNettyIT extends NginxScenarios {
  NginxNettyIT() {
    super(NettyVersions.netty42());
  }

  /**
   * X-Real-IP only suggests nginx, so it takes a second such end. Needs a service without an idle
   * limit of its own, as Jetty has one of 30 s.
   */
  @Test
  @EnabledIfEnvironmentVariable(
      named = "WSCLOSE_IT_SLOW",
      matches = ".+",
      disabledReason = "takes two minutes; set WSCLOSE_IT_SLOW=1 to run it")
  void silenceToTheDefaultLimit() {
    ReceivedSpan first = silentToTheEnd("/chat/silent-default-first");
    assertCause(first, "proxy.idle_timeout", "possible");

    ReceivedSpan second = silentToTheEnd("/chat/silent-default-second");
    assertCause(second, "proxy.idle_timeout", "likely");
    assertThat(second.text("websocket.close.summary"))
        .contains("60 s is the default idle limit of nginx, which the request's headers suggest");
    assertThat(second.text("websocket.close.hint")).contains("proxy_read_timeout (nginx)");
  }

  private ReceivedSpan silentToTheEnd(String path) {
    try (RawPeer peer = open(path)) {
      peer.echo("hello");
      service()
          .receiver()
          .await(1, span -> span.text("url.path").equals(path), Duration.ofMinutes(2));
    }
    return service().awaitCloseSpan(path);
  }
}
