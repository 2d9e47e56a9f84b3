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
