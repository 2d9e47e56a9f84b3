// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.local;

import io.wsclose.bootstrap.SocketOperation;
import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Verdict;
import io.wsclose.record.EvidenceBuilder;
import io.wsclose.record.FactKind;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class AppCloseTest {

  @Test
  void theSummaryNamesCodeAndCallSite() {
    Verdict.of(
            EvidenceBuilder.opened()
                .received(1, 1)
                .called(
                    120,
                    FactKind.CLOSE_REQUESTED,
                    "io.netty.channel.AbstractChannel.write",
                    "com.acme.Chat.kick",
                    "com.acme.Chat.onMessage",
                    "io.netty.channel.Loop.run")
                .closeSent(120.001, 4001, "kicked")
                .closeReceived(120.1, 4001, ""))
        .is(Cause.LOCAL_APP_CLOSE, Confidence.CERTAIN)
        .says("after 120.0 s", "4001 \"kicked\"", "in Chat.kick(Chat.java:11)")
        .because("close called by com.acme.Chat.kick(Chat.java:11)");
  }

  @Test
  void aMissingEchoIsALineOfEvidence() {
    Verdict.of(kick().eof(5))
        .is(Cause.LOCAL_APP_CLOSE, Confidence.CERTAIN)
        .hasLineWith(
            "the client ended the connection without answering our Close frame, 2.0 s after it: hence"
                + " close code 1006 here; the client was sent 4001");
  }

  @Test
  void closingTheSocketAtOnceLeavesNoTimeForAReply() {
    Verdict.of(kick().ended(3.0))
        .because(
            "this JVM closed the socket right behind its Close frame, without waiting for the reply:"
                + " hence close code 1006 here, which does not matter; the client was sent 4001")
        .hasNoLineWith("not answered");
    Verdict.of(kick().ended(5))
        .because(
            "our Close frame was not answered in the 2.0 s before the connection was gone: hence close"
                + " code 1006 here; the client was sent 4001");
  }

  @Test
  void aCloseFrameThatNeverLeftIsALineOfEvidence() {
    Verdict.of(
            kick()
                .add(3, FactKind.CLOSE_NOT_SENT)
                .failed(3.1, SocketOperation.WRITE, new IOException("Broken pipe")))
        .is(Cause.LOCAL_APP_CLOSE, Confidence.CERTAIN)
        .because("our Close frame could not be sent: the socket was already closed")
        .says("a Close frame that was not sent");
  }

  @Test
  void aListenerThatClosesHasNoFrameOfItsOwn() {
    Verdict.of(
            EvidenceBuilder.opened()
                .called(3, FactKind.CLOSE_REQUESTED, "io.netty.channel.ChannelFutureListener.run")
                .closeSent(3, 1000, ""))
        .is(Cause.LOCAL_APP_CLOSE, Confidence.LIKELY)
        .because("no application code on the call stack of the close");
  }

  @Test
  void theTransportIsClosedFirstWhereTheStackAddsABye() {
    Verdict.of(
            EvidenceBuilder.opened()
                .called(3, FactKind.TRANSPORT_CLOSE_REQUESTED, "io.netty.X.close", "com.acme.A.b")
                .called(3.001, FactKind.CLOSE_REQUESTED, "io.netty.X.bye")
                .closeSent(3.002, 1000, "Bye")
                .eof(3.1))
        .is(Cause.LOCAL_APP_CLOSE, Confidence.CERTAIN)
        .says("A.b(A.java:11)");
  }

  @Test
  void whatWeSendAfterAResetNeverDecides() {
    Verdict.of(
            EvidenceBuilder.opened()
                .sent(2.9, 1)
                .reset(3)
                .called(3.001, FactKind.TRANSPORT_CLOSE_REQUESTED, "com.acme.A.exceptionCaught")
                .closeSent(3.002, 1000, "Bye")
                .add(3.003, FactKind.CLOSE_NOT_SENT)
                .failed(3.004, SocketOperation.WRITE, new IOException("Broken pipe")))
        .is(Cause.PEER_RESET, Confidence.POSSIBLE);
  }

  @Test
  void anExceptionLongBeforeIsOnlyALine() {
    Verdict.of(kickAfter(new IllegalStateException("secret"), 0.5))
        .is(Cause.LOCAL_APP_CLOSE, Confidence.CERTAIN)
        .hasLineWith("application code threw java.lang.IllegalStateException");
  }

  private static EvidenceBuilder kickAfter(Throwable thrown, double at) {
    return EvidenceBuilder.opened()
        .add(at, FactKind.APPLICATION_FAILED, 0, thrown)
        .called(3, FactKind.CLOSE_REQUESTED, "com.acme.Chat.kick")
        .closeSent(3, 4001, "");
  }

  private static EvidenceBuilder kick() {
    return EvidenceBuilder.opened()
        .called(3, FactKind.CLOSE_REQUESTED, "com.acme.Chat.kick")
        .closeSent(3, 4001, "");
  }
}
