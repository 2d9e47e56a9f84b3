// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.handshake;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Verdict;
import io.wsclose.record.EvidenceBuilder;
import io.wsclose.record.FactKind;
import org.junit.jupiter.api.Test;

class EarlyLeaveTest {

  @Test
  void noneSelectedAndGone() {
    Verdict.of(offering().eof(0.02))
        .is(Cause.HANDSHAKE_SUBPROTOCOL_NOT_SELECTED, Confidence.LIKELY)
        .says("left 20 ms after the 101", "2 subprotocols offered, none selected")
        .because("EOF without Close frame", "no data frame received")
        .or(Cause.PEER_EOF_WITHOUT_CLOSE);
  }

  @Test
  void noneSelectedAndReset() {
    Verdict.of(offering().reset(0.02))
        .is(Cause.HANDSHAKE_SUBPROTOCOL_NOT_SELECTED, Confidence.LIKELY)
        .or(Cause.PEER_RESET);
  }

  @Test
  void anOrderlyCloseIsLessOfARefusal() {
    Verdict.of(offering().closeReceived(0.02, 1000, ""))
        .is(Cause.HANDSHAKE_SUBPROTOCOL_NOT_SELECTED, Confidence.POSSIBLE)
        .or(Cause.PEER_CLEAN_CLOSE);
  }

  @Test
  void whoStayedOrSpokeHadNothingAgainstIt() {
    Verdict.of(offering().eof(5))
        .is(Cause.PEER_EOF_WITHOUT_CLOSE, Confidence.POSSIBLE)
        .because("2 subprotocols offered, none selected, which browsers refuse");
    Verdict.of(offering().received(0.1, 1).eof(0.2))
        .is(Cause.PEER_EOF_WITHOUT_CLOSE, Confidence.LIKELY);
  }

  @Test
  void ourOwnCloseComesFirst() {
    Verdict.of(
            offering()
                .called(0.1, FactKind.CLOSE_REQUESTED, "com.acme.Chat.open")
                .closeSent(0.1, 4400, "no subprotocol")
                .eof(0.2))
        .is(Cause.LOCAL_APP_CLOSE, Confidence.CERTAIN);
  }

  @Test
  void aSubprotocolThatWasNotOffered() {
    Verdict.of(offering().answer("Sec-WebSocket-Protocol", "c").eof(0.02))
        .is(Cause.HANDSHAKE_SUBPROTOCOL_NOT_OFFERED, Confidence.LIKELY);
    Verdict.of(offering().answer("Sec-WebSocket-Protocol", "a").eof(0.02))
        .is(Cause.PEER_EOF_WITHOUT_CLOSE, Confidence.LIKELY);
  }

  @Test
  void anExtensionThatWasNotOffered() {
    Verdict.of(
            EvidenceBuilder.opened()
                .answer("Sec-WebSocket-Extensions", "permessage-deflate")
                .eof(0.02))
        .is(Cause.HANDSHAKE_EXTENSION_MISMATCH, Confidence.LIKELY);
    Verdict.of(
            EvidenceBuilder.opened()
                .header("Sec-WebSocket-Extensions", "permessage-deflate; client_max_window_bits")
                .answer("Sec-WebSocket-Extensions", "permessage-deflate")
                .eof(0.02))
        .is(Cause.PEER_EOF_WITHOUT_CLOSE, Confidence.LIKELY);
  }

  private static EvidenceBuilder offering() {
    return EvidenceBuilder.opened().header("Sec-WebSocket-Protocol", "a, b");
  }
}
