// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HandshakeTest {
  @Test
  void comparesTheChoiceWithTheOffer() {
    Handshake fits =
        EvidenceBuilder.opened()
            .header("Sec-WebSocket-Protocol", "a,b")
            .answer("Sec-WebSocket-Protocol", "b")
            .header("Sec-WebSocket-Extensions", "permessage-deflate; client_max_window_bits, x")
            .answer("Sec-WebSocket-Extensions", "permessage-deflate;server_no_context_takeover")
            .build()
            .handshake();
    assertThat(fits.subprotocolNotOffered()).isFalse();
    assertThat(fits.extensionNotOffered()).isFalse();
    assertThat(fits.offeredSubprotocols()).isEqualTo(2);
    Handshake invented =
        EvidenceBuilder.opened().answer("Sec-WebSocket-Protocol", "z").build().handshake();
    assertThat(invented.subprotocolNotOffered()).isTrue();
    assertThat(invented.offeredSubprotocols()).isZero();
  }

  @Test
  void connectionIsAListAndCaseIsOfNoMatter() {
    assertThat(connection("keep-alive, UPGRADE").asksForUpgrade()).isTrue();
    assertThat(connection("keep-alive").asksForUpgrade()).isFalse();
    assertThat(connection("no-upgrade").asksForUpgrade()).isFalse();
  }

  private static Handshake connection(String value) {
    return EvidenceBuilder.attempt().header("Connection", value).build().handshake();
  }

  @Test
  void hopsAndClientComeFromTheHeaders() {
    Handshake handshake =
        EvidenceBuilder.attempt()
            .header("X-Amzn-Trace-Id", "Root=1")
            .header("X-Forwarded-For", "203.0.113.7, 10.0.0.1")
            .build()
            .handshake();
    assertThat(handshake.hops()).singleElement().extracting("name").isEqualTo("aws-alb");
    assertThat(handshake.forwardedClient()).isEqualTo("203.0.113.7");
  }

  @Test
  void headersThatNameNobodyBetrayAnIntermediaryToo() {
    Handshake handshake =
        EvidenceBuilder.attempt().header("Forwarded", "for=203.0.113.7").build().handshake();
    assertThat(handshake.hops()).isEmpty();
    assertThat(handshake.forwardingHeaders()).containsExactly("forwarded");
    assertThat(handshake.isThroughIntermediary()).isTrue();
    assertThat(EvidenceBuilder.attempt().build().handshake().isThroughIntermediary()).isFalse();
  }
}
