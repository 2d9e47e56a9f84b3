// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Verdict;
import io.wsclose.record.EvidenceBuilder;
import io.wsclose.record.FactKind;
import org.junit.jupiter.api.Test;

class AppExceptionTest {

  @Test
  void thrownThenClosedInTheErrorCallback() {
    Verdict.of(
            thrown()
                .called(3.01, FactKind.TRANSPORT_CLOSE_REQUESTED, "com.acme.Chat.exceptionCaught")
                .closeSent(3.02, 1000, "Bye"))
        .is(Cause.LOCAL_APP_EXCEPTION, Confidence.CERTAIN)
        .says("IllegalStateException at com.acme.Chat.onMessage(Chat.java:11)")
        .because("closed 10 ms later, no inbound frame between");
  }

  @Test
  void saysNothingOfTheTimeToACloseAtOnce() {
    Verdict.of(thrown().closeSent(3.0004, 1011, ""))
        .is(Cause.LOCAL_APP_EXCEPTION, Confidence.CERTAIN)
        .hasNoLineWith("no inbound frame between");
  }

  @Test
  void theContainersOwn1011SaysSo() {
    Verdict.of(
            thrown()
                .called(3.01, FactKind.CLOSE_REQUESTED, "io.netty.X.run")
                .closeSent(3.01, 1011, ""))
        .is(Cause.LOCAL_APP_EXCEPTION, Confidence.CERTAIN);
  }

  @Test
  void aCloseElsewhereInTheApplicationMayHaveItsOwnReason() {
    Verdict.of(
            thrown()
                .called(3.2, FactKind.CLOSE_REQUESTED, "com.acme.Chat.kick")
                .closeSent(3.2, 4001, ""))
        .is(Cause.LOCAL_APP_EXCEPTION, Confidence.LIKELY)
        .or(Cause.LOCAL_APP_CLOSE);
  }

  @Test
  void anExceptionOfTheStackItselfIsNotTheApplications() {
    Verdict.of(
            EvidenceBuilder.opened()
                .received(2.99, 1)
                .add(
                    3,
                    FactKind.APPLICATION_FAILED,
                    0,
                    EvidenceBuilder.thrownIn(
                        new NullPointerException(),
                        "java.util.Objects.requireNonNull",
                        "io.netty.Extension.decode",
                        "io.netty.Loop.run"))
                .closeSent(3.001, 1011, ""))
        .is(Cause.LOCAL_APP_EXCEPTION, Confidence.LIKELY)
        .says("The WebSocket library (netty) threw NullPointerException at io.netty.Extension");
  }

  @Test
  void framesInBetweenSetItFree() {
    Verdict.of(
            thrown()
                .received(3.1, 1)
                .called(3.2, FactKind.CLOSE_REQUESTED, "com.acme.Chat.kick")
                .closeSent(3.2, 4001, ""))
        .is(Cause.LOCAL_APP_CLOSE, Confidence.CERTAIN);
  }

  @Test
  void aloneItEndsNothing() {
    Verdict.of(thrown().eof(60)).isNot(Cause.LOCAL_APP_EXCEPTION);
    Verdict.of(thrown().eof(3.1)).is(Cause.PEER_EOF_WITHOUT_CLOSE, Confidence.LIKELY);
  }

  @Test
  void goneRightAfterItWithNoOtherSign() {
    Verdict.of(thrown().ended(3.2)).is(Cause.LOCAL_APP_EXCEPTION, Confidence.LIKELY);
    Verdict.of(thrown().ended(30)).is(Cause.UNKNOWN, Confidence.POSSIBLE);
  }

  @Test
  void noMessageOfTheApplicationIsShown() {
    Verdict verdict =
        Verdict.of(thrown().called(3.01, FactKind.TRANSPORT_CLOSE_REQUESTED, "com.acme.A.onError"));
    assertThat(
            verdict.finding().summary() + verdict.finding().hint() + verdict.finding().evidence())
        .doesNotContain("hunter2");
  }

  private static EvidenceBuilder thrown() {
    return EvidenceBuilder.opened()
        .received(2.99, 1)
        .add(
            3,
            FactKind.APPLICATION_FAILED,
            0,
            EvidenceBuilder.thrownIn(
                new IllegalStateException("password hunter2"),
                "java.util.Objects.requireNonNull",
                "com.acme.Chat.onMessage",
                "io.netty.channel.Loop.run"));
  }
}
