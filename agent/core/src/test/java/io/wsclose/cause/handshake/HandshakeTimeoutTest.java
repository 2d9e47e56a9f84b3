// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.handshake;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Verdict;
import io.wsclose.record.EvidenceBuilder;
import io.wsclose.record.FactKind;
import org.junit.jupiter.api.Test;

class HandshakeTimeoutTest {

  @Test
  void aTimerClosedBeforeTheAnswer() {
    Verdict.of(
            EvidenceBuilder.attempt()
                .called(
                    10,
                    FactKind.TRANSPORT_CLOSE_REQUESTED,
                    "io.netty.channel.Channel.close",
                    "io.netty.util.concurrent.ScheduledFutureTask.run"))
        .is(Cause.HANDSHAKE_TIMEOUT, Confidence.CERTAIN)
        .says("given up after 10.0 s");
  }

  /** Some libraries run all of their work on a pool for timers. */
  @Test
  void ordinaryWorkOnATimerPoolIsNotATimer() {
    Verdict.of(
            EvidenceBuilder.attempt()
                .called(
                    0.026,
                    FactKind.TRANSPORT_CLOSE_REQUESTED,
                    "io.netty.channel.Channel.close",
                    "com.acme.Doorman.dispose",
                    "java.util.concurrent.FutureTask.run",
                    "java.util.concurrent.ScheduledThreadPoolExecutor$ScheduledFutureTask.run"))
        .is(Cause.HANDSHAKE_REJECTED, Confidence.LIKELY)
        .or(Cause.HANDSHAKE_SERVER_ERROR, Cause.HANDSHAKE_TIMEOUT);
  }

  @Test
  void theApplicationsTimerMayHaveItsOwnReason() {
    Verdict.of(
            EvidenceBuilder.attempt()
                .called(
                    10,
                    FactKind.TRANSPORT_CLOSE_REQUESTED,
                    "io.netty.channel.Channel.close",
                    "com.acme.Doorman.sweep",
                    "java.util.TimerThread.mainLoop"))
        .is(Cause.HANDSHAKE_TIMEOUT, Confidence.LIKELY)
        .or(Cause.HANDSHAKE_REJECTED);
  }

  @Test
  void aTimeoutOfSomethingElseIsAServerError() {
    Verdict.of(
            EvidenceBuilder.attempt()
                .add(
                    5,
                    FactKind.HANDSHAKE_FAILED,
                    0,
                    EvidenceBuilder.thrownIn(
                        new IllegalStateException("query timed out"), "com.acme.Users.find"))
                .ended(6))
        .is(Cause.HANDSHAKE_SERVER_ERROR, Confidence.CERTAIN);
  }

  @Test
  void theExceptionOfATimer() {
    Verdict.of(
            EvidenceBuilder.clientAttempt()
                .add(
                    10,
                    FactKind.HANDSHAKE_FAILED,
                    0,
                    new IllegalStateException("handshake timed out after 10000ms")))
        .is(Cause.HANDSHAKE_TIMEOUT, Confidence.CERTAIN);
  }

  @Test
  void anAnswerWins() {
    Verdict.of(EvidenceBuilder.attempt().add(9, FactKind.IDLE_EXPIRED).answered(10, 503))
        .is(Cause.HANDSHAKE_SERVER_ERROR, Confidence.CERTAIN);
  }
}
