// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.handshake;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Verdict;
import io.wsclose.record.EvidenceBuilder;
import io.wsclose.record.FactKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadRequestTest {

  @Test
  void aMissingKeyBeatsTheStatusThatTheStackChose() {
    for (int status : new int[] {400, 401, 404, 500}) {
      Verdict.of(EvidenceBuilder.attempt().without("Sec-WebSocket-Key").answered(0.1, status))
          .is(Cause.HANDSHAKE_BAD_REQUEST, Confidence.CERTAIN)
          .says("no Sec-WebSocket-Key", "answered " + status);
    }
  }

  @Test
  void malformedKeyAndOtherVersions() {
    Verdict.of(EvidenceBuilder.attempt().header("Sec-WebSocket-Key", "short").answered(0.1, 404))
        .is(Cause.HANDSHAKE_BAD_REQUEST, Confidence.CERTAIN)
        .says("not 16 bytes in base64");
    Verdict.of(EvidenceBuilder.attempt().header("Sec-WebSocket-Version", "8").answered(0.1, 404))
        .is(Cause.HANDSHAKE_BAD_REQUEST, Confidence.CERTAIN)
        .says("Sec-WebSocket-Version is not 13");
    Verdict.of(EvidenceBuilder.attempt().without("Sec-WebSocket-Version").answered(0.1, 426))
        .is(Cause.HANDSHAKE_BAD_REQUEST, Confidence.CERTAIN)
        .says("no Sec-WebSocket-Version");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 426})
  void statusesThatSaySo(int status) {
    Verdict.of(EvidenceBuilder.attempt().answered(0.1, status))
        .is(Cause.HANDSHAKE_BAD_REQUEST, Confidence.CERTAIN)
        .because("handshake answered " + status);
  }

  @Test
  void aStackThatClosesInsteadOfAnswering() {
    Verdict.of(
            EvidenceBuilder.attempt()
                .without("Sec-WebSocket-Key")
                .add(0.1, FactKind.HANDSHAKE_FAILED, 0, new IllegalStateException())
                .add(0.2, FactKind.TRANSPORT_CLOSE_REQUESTED))
        .is(Cause.HANDSHAKE_BAD_REQUEST, Confidence.CERTAIN)
        .says("not answered");
  }
}
