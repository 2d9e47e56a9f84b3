// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.handshake;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Verdict;
import io.wsclose.record.EvidenceBuilder;
import org.junit.jupiter.api.Test;

class UpgradeStrippedTest {

  @Test
  void reportsMissingUpgradeHeaderWhateverTheStatus() {
    for (int status : new int[] {200, 400, 404, 426, 500}) {
      Verdict.of(
              EvidenceBuilder.attempt()
                  .without("Upgrade")
                  .without("Connection")
                  .answered(0.1, status))
          .is(Cause.HANDSHAKE_UPGRADE_STRIPPED, Confidence.CERTAIN)
          .says("/chat", "arrived without its Upgrade header", "answered " + status)
          .says(
              "a proxy removes it unless it is told to forward it, though no header reveals a proxy")
          .advises("If there is no proxy, look at the client")
          .because("no header of an intermediary in the request")
          .hasLineWith("the header was missing here; who removed it is not")
          .because("no Upgrade header", "no Connection header")
          .advises("proxy_set_header Upgrade");
    }
  }

  @Test
  void connectionHeaderMustNameUpgrade() {
    Verdict.of(EvidenceBuilder.attempt().header("Connection", "close").answered(0.1, 404))
        .is(Cause.HANDSHAKE_UPGRADE_STRIPPED, Confidence.CERTAIN)
        .says("'Connection: Upgrade' header")
        .because("Connection header: close");
  }

  @Test
  void aPlainHttpRequestWithoutKeyWasNeverAWebSocket() {
    Verdict.of(
            EvidenceBuilder.attempt()
                .without("Upgrade")
                .without("Sec-WebSocket-Key")
                .answered(0.1, 404))
        .is(Cause.HANDSHAKE_NOT_WEBSOCKET_ENDPOINT, Confidence.CERTAIN);
  }

  @Test
  void firefoxSendsKeepAliveToo() {
    Verdict.of(
            EvidenceBuilder.attempt()
                .header("Connection", "keep-alive, Upgrade")
                .answered(0.1, 404))
        .is(Cause.HANDSHAKE_NOT_WEBSOCKET_ENDPOINT, Confidence.CERTAIN);
  }

  @Test
  void saysTheHttpVersionOnce() {
    Verdict.of(
            EvidenceBuilder.attempt()
                .over("HTTP/1.0")
                .header("X-Forwarded-For", "10.0.0.1")
                .without("Upgrade")
                .answered(0.1, 404))
        .is(Cause.HANDSHAKE_UPGRADE_STRIPPED, Confidence.CERTAIN)
        .says("other headers reveal a proxy")
        .because(
            "the request came over HTTP/1.0, as nginx forwards it without proxy_http_version 1.1")
        .hasLinesWith(1, "HTTP/1.0");
  }
}
