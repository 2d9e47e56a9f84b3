// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.local;

import io.wsclose.bootstrap.SocketOperation;
import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Verdict;
import io.wsclose.record.EvidenceBuilder;
import io.wsclose.record.FactKind;
import org.junit.jupiter.api.Test;

class AbortTest {

  @Test
  void aDroppedSocketIsNamedWithItsCallSite() {
    Verdict.of(
            EvidenceBuilder.opened()
                .called(
                    3,
                    FactKind.TRANSPORT_CLOSE_REQUESTED,
                    "io.netty.X.close",
                    "com.acme.Chat.drop"))
        .is(Cause.LOCAL_ABORT, Confidence.CERTAIN)
        .says("without a Close frame", "Chat.drop(Chat.java:11)");
  }

  @Test
  void aSocketThatIsFoundClosedIsAWeakSign() {
    Verdict.of(
            EvidenceBuilder.opened()
                .failed(3, SocketOperation.WRITE, new java.nio.channels.ClosedChannelException()))
        .is(Cause.LOCAL_ABORT, Confidence.POSSIBLE);
  }

  @Test
  void aSocketFoundClosedAfterEofIsAConsequence() {
    Verdict.of(
            EvidenceBuilder.opened()
                .eof(2.9)
                .failed(3, SocketOperation.WRITE, new java.nio.channels.ClosedChannelException()))
        .is(Cause.PEER_EOF_WITHOUT_CLOSE, Confidence.POSSIBLE);
  }

  @Test
  void saysThatNoExceptionWasSeenBeforeAndHowItEndedOnce() {
    Verdict.of(
            EvidenceBuilder.opened()
                .called(3, FactKind.TRANSPORT_CLOSE_REQUESTED, "io.netty.X.close", "com.acme.A.b"))
        .says("; no exception was seen before")
        .because("close called by com.acme.A.b(A.java:11)")
        .hasNoLineWith("local code asked to close");
    Verdict.of(
            EvidenceBuilder.opened()
                .add(1, FactKind.APPLICATION_FAILED, 0, new IllegalStateException())
                .called(3, FactKind.TRANSPORT_CLOSE_REQUESTED, "io.netty.X.close", "com.acme.A.b"))
        .is(Cause.LOCAL_ABORT, Confidence.CERTAIN)
        .doesNotSay("no exception");
  }
}
