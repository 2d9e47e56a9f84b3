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

class RefusedByStatusTest {

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 407})
  void authentication(int status) {
    Verdict.of(EvidenceBuilder.attempt().answered(0.1, status))
        .is(Cause.HANDSHAKE_AUTH_REJECTED, Confidence.CERTAIN)
        .because("handshake answered " + status, "no sign of an Origin check");
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 405, 200, 204})
  void noEndpointThere(int status) {
    Verdict.of(EvidenceBuilder.attempt().answered(0.1, status))
        .is(Cause.HANDSHAKE_NOT_WEBSOCKET_ENDPOINT, Confidence.CERTAIN)
        .says("/chat", "" + status);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void redirect(int status) {
    Verdict.of(EvidenceBuilder.attempt().answered(0.1, status))
        .is(Cause.HANDSHAKE_REDIRECTED, Confidence.CERTAIN);
  }

  @ParameterizedTest
  @ValueSource(ints = {402, 406, 408, 410, 429})
  void anyOtherRefusal(int status) {
    Verdict.of(EvidenceBuilder.attempt().answered(0.1, status))
        .is(Cause.HANDSHAKE_REJECTED, Confidence.CERTAIN);
  }

  @Test
  void theClientRoleIsRefusedByTheSameStatuses() {
    Verdict.of(EvidenceBuilder.clientAttempt().answered(0.1, 404))
        .is(Cause.HANDSHAKE_NOT_WEBSOCKET_ENDPOINT, Confidence.CERTAIN);
  }

  @Test
  void closedWithoutAnyAnswer() {
    Verdict.of(
            EvidenceBuilder.attempt()
                .called(0.1, FactKind.TRANSPORT_CLOSE_REQUESTED, "com.acme.Gate.drop")
                .eof(0.2))
        .is(Cause.HANDSHAKE_REJECTED, Confidence.LIKELY);
  }
}
