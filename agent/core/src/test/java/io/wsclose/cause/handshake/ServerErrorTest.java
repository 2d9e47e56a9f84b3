// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.handshake;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Verdict;
import io.wsclose.record.EvidenceBuilder;
import io.wsclose.record.FactKind;
import org.junit.jupiter.api.Test;

class ServerErrorTest {

  @Test
  void a5xxNamesTheExceptionBeforeIt() {
    Verdict.of(
            EvidenceBuilder.attempt()
                .add(
                    0.1,
                    FactKind.HANDSHAKE_FAILED,
                    0,
                    EvidenceBuilder.thrownIn(
                        new IllegalStateException("db password is hunter2"),
                        "io.netty.Y.call",
                        "com.acme.Login.check"))
                .answered(0.2, 500))
        .is(Cause.HANDSHAKE_SERVER_ERROR, Confidence.CERTAIN)
        .says("answered 500", "java.lang.IllegalStateException at com.acme.Login.check");
  }

  @Test
  void anExceptionAndNoAnswer() {
    Verdict.of(
            EvidenceBuilder.attempt()
                .add(0.1, FactKind.HANDSHAKE_FAILED, 0, new IllegalStateException())
                .add(0.2, FactKind.TRANSPORT_CLOSE_REQUESTED)
                .eof(0.3))
        .is(Cause.HANDSHAKE_SERVER_ERROR, Confidence.CERTAIN)
        .because("no answer to the opening handshake");
  }

  @Test
  void anExceptionThatFollowsTheClientsLeaveIsAConsequence() {
    Verdict.of(
            EvidenceBuilder.attempt()
                .eof(0.1)
                .add(0.2, FactKind.HANDSHAKE_FAILED, 0, new IllegalStateException()))
        .is(Cause.HANDSHAKE_CLIENT_GONE, Confidence.CERTAIN);
  }
}
