package io.wsclose.cause.handshake;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Verdict;
import io.wsclose.record.EvidenceBuilder;
import org.junit.jupiter.api.Test;

class UpgradeStrippedTest {

  @Test
  void keyWithoutUpgradeHeaderIsAProxysDoingWhateverTheStatus() {
    for (int status : new int[] {200, 400, 404, 426, 500}) {
      Verdict.of(
              EvidenceBuilder.attempt()
                  .without("Upgrade")
                  .without("Connection")
                  .answered(0.1, status))
          .is(Cause.HANDSHAKE_UPGRADE_STRIPPED, Confidence.CERTAIN)
          .says("/chat", "Upgrade header", "answered " + status)
          .says("a proxy probably removed it, though no header reveals one")
          .because("no header of an intermediary in the request")
          .hasLineWith("what is certain is that the header was missing")
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
}
