// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.analysis;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Verdict;
import io.wsclose.record.EvidenceBuilder;
import io.wsclose.record.FactKind;
import org.junit.jupiter.api.Test;

/** Lines that help a reader to check the verdict, or to find what led to it. */
class CommonEvidenceTest {
  private static final int TEXT = 0x1;

  @Test
  void theFrameThatMadeTheApplicationClose() {
    Verdict.of(
            EvidenceBuilder.opened()
                .received(9.995, TEXT)
                .called(10, FactKind.TRANSPORT_CLOSE_REQUESTED, "com.acme.Chat.drop"))
        .hasLineWith("the application asked for it 5 ms after text of");
    Verdict.of(
            EvidenceBuilder.opened()
                .received(9, TEXT)
                .called(10, FactKind.TRANSPORT_CLOSE_REQUESTED, "com.acme.Chat.drop"))
        .hasNoLineWith("asked for");
  }

  @Test
  void howMuchWentEitherWayBeforeTheSocketEnded() {
    Verdict.of(EvidenceBuilder.opened().received(1, TEXT).sent(2, TEXT).sent(3, TEXT).reset(5))
        .hasLineWith("in its whole life 1 frame")
        .hasLineWith("received and 2 frames");
  }

  @Test
  void anAnswerShowsThatThePeerWasAlive() {
    Verdict.of(
            EvidenceBuilder.opened()
                .called(10, FactKind.CLOSE_REQUESTED, "com.acme.Chat.kick")
                .closeSent(10.001, 4001, "")
                .closeReceived(10.003, 4001, ""))
        .because("our Close frame was answered after 2 ms: the client was alive");
  }

  @Test
  void aReplyThatCouldNotBeSent() {
    Verdict.of(
            EvidenceBuilder.opened()
                .closeReceived(10, 1000, "")
                .closeSent(10.001, 1000, "")
                .add(10.002, FactKind.CLOSE_NOT_SENT))
        .is(Cause.PEER_CLEAN_CLOSE, Confidence.CERTAIN)
        .says("1000; our reply could not be delivered")
        .because("our reply could not be sent: the socket was already closed");
    Verdict.of(
            EvidenceBuilder.opened()
                .sent(9, 2)
                .closeReceived(10, 1000, "")
                .closeSent(10.001, 1000, "")
                .neverLeft(9, 2, 0)
                .add(10.002, FactKind.CLOSE_NOT_SENT))
        .because(
            "our reply could not be sent: it waited behind frames that the client did not take");
  }

  @Test
  void aReplyThatWasNeverTried() {
    Verdict.of(EvidenceBuilder.opened().closeReceived(10, 1005, "").eof(10.1))
        .says("with an empty Close frame: no status code; this JVM sent no reply")
        .because("this JVM sent no Close frame in reply");
  }

  @Test
  void aRefusedRequestShowsItsVersionAndWhetherAProxyForwardedIt() {
    Verdict.of(EvidenceBuilder.attempt().answered(0.1, 404))
        .because("the request came over HTTP/1.1", "no header of an intermediary in the request");
    Verdict.of(EvidenceBuilder.attempt().header("X-Forwarded-For", "10.0.0.1").answered(0.1, 404))
        .hasLineWith("through an intermediary")
        .hasNoLineWith("no header of an intermediary");
  }

  @Test
  void aStackThatTellsTheApplicationWhatNoFrameSaid() {
    Verdict.of(EvidenceBuilder.opened().eof(5).add(5.1, FactKind.REPORTED, 1001, "peer went away"))
        .because(
            "the container reported 1001 \"peer went away\" to the application, although no Close frame"
                + " had arrived");
    Verdict.of(EvidenceBuilder.opened().eof(5).add(5.1, FactKind.REPORTED, 1006, ""))
        .hasNoLineWith("container reported");
  }

  @Test
  void headersThatBetrayAnIntermediary() {
    Verdict.of(EvidenceBuilder.opened().header("X-Forwarded-For", "10.0.0.1").eof(5))
        .because(
            "by its headers (x-forwarded-for) the request came through an intermediary, which they do"
                + " not name");
    Verdict.of(EvidenceBuilder.opened().header("X-Real-IP", "10.0.0.1").eof(5))
        .because("by its headers the request came through probably nginx (x-real-ip)");
  }

  @Test
  void whatOtherEndsMeanForThisOne() {
    EvidenceBuilder eof = EvidenceBuilder.opened().received(4.9, TEXT).eof(5);
    Verdict.of(eof, Surroundings.builder().closedTogether(2, 0).openBefore(3).build())
        .hasNoLineWith("ended abnormally");
    Verdict.of(eof, Surroundings.builder().closedTogether(2, 1).openBefore(9).build())
        .because(
            "2 of 8 other connections ended abnormally within 2 s, 1 of them from the same address: a"
                + " proxy or a machine there may have ended them together");
    Verdict.of(eof, Surroundings.builder().openBefore(9).build())
        .hasLineWith("none ended abnormally within 2 s: this end was not a shared one");
  }

  @Test
  void aConnectionWithoutAFrame() {
    Verdict.of(EvidenceBuilder.opened().eof(5)).because("not a single frame went either way");
  }
}
