// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.handshake;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Verdict;
import io.wsclose.record.EvidenceBuilder;
import io.wsclose.record.FactKind;
import org.junit.jupiter.api.Test;

class PeerGoneTest {

  @Test
  void finBeforeTheAnswer() {
    Verdict.of(EvidenceBuilder.attempt().eof(3).ended(3))
        .is(Cause.HANDSHAKE_CLIENT_GONE, Confidence.CERTAIN)
        .says("client left 3.0 s into the opening handshake");
  }

  @Test
  void resetBeforeTheAnswer() {
    Verdict.of(EvidenceBuilder.attempt().reset(0.5).add(0.6, FactKind.TRANSPORT_CLOSE_REQUESTED))
        .is(Cause.HANDSHAKE_CLIENT_GONE, Confidence.CERTAIN)
        .because("reset by peer on read: java.net.SocketException: Connection reset");
  }

  @Test
  void aRefusalThatComesAfterTheLeaveIsLate() {
    Verdict.of(EvidenceBuilder.attempt().eof(1).answered(2, 503))
        .is(Cause.HANDSHAKE_CLIENT_GONE, Confidence.CERTAIN);
  }

  @Test
  void inTheClientRoleTheServerLeft() {
    Verdict.of(EvidenceBuilder.clientAttempt().eof(1))
        .is(Cause.HANDSHAKE_SERVER_GONE, Confidence.CERTAIN)
        .says("The server left");
  }

  @Test
  void doesNotCallAHandshakeOfMillisecondsSlow() {
    Verdict.of(EvidenceBuilder.attempt().reset(0.001).ended(0.001))
        .advises("The user left the page", "one such event alone is harmless", "the client's log")
        .doesNotAdvise("connect timeout")
        .doesNotAdvise("blocks in it");
    Verdict.of(EvidenceBuilder.attempt().reset(3).ended(3)).advises("find what blocks in it");
  }
}
