// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.path;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Verdict;
import io.wsclose.record.EvidenceBuilder;
import io.wsclose.record.FactKind;
import org.junit.jupiter.api.Test;

class IdleFlowDroppedTest {

  /** The usual heartbeat of a pipeline: its idle event sends a ping. */
  @Test
  void aHeartbeatsIdleEventDoesNotHideTheWriteThatProvokedTheReset() {
    Verdict.of(
            EvidenceBuilder.opened()
                .received(10, 1)
                .add(370, FactKind.IDLE_EXPIRED, 360_000, "")
                .pinged(370.001)
                .reset(370.05))
        .is(Cause.NETWORK_IDLE_FLOW_DROPPED, Confidence.LIKELY);
  }

  /** The time of a data frame lags behind: this one was written after the reset had been read. */
  @Test
  void aWriteAfterTheResetDidNotDrawIt() {
    Verdict.of(EvidenceBuilder.opened().received(10, 1).reset(410).sent(409.998, 1))
        .is(Cause.PEER_RESET, Confidence.POSSIBLE);
  }

  @Test
  void theFirstWriteAfterALongSilenceIsReset() {
    Verdict.of(EvidenceBuilder.opened().received(10, 1).sent(410, 1).reset(410.2))
        .is(Cause.NETWORK_IDLE_FLOW_DROPPED, Confidence.LIKELY)
        .says("after 400.0 s of silence", "a reset")
        .advises("aws-nlb after 350 s", "azure-lb after 240 s")
        .or(Cause.PEER_RESET);
  }

  @Test
  void afterAShortSilenceItIsPossible() {
    Verdict.of(EvidenceBuilder.opened().received(10, 1).sent(30, 1).reset(30.003))
        .is(Cause.NETWORK_IDLE_FLOW_DROPPED, Confidence.POSSIBLE)
        .says("after 20.0 s of silence", "may have forgotten")
        .advises("Send a ping at least every 10 s")
        .hasLineWith("noticed when it dies")
        .or(Cause.PEER_RESET);
    Verdict.of(EvidenceBuilder.opened().received(10, 1).sent(200, 1).reset(200.2))
        .is(Cause.NETWORK_IDLE_FLOW_DROPPED, Confidence.POSSIBLE);
    Verdict.of(EvidenceBuilder.opened().received(10, 1).sent(19, 1).reset(19.2))
        .is(Cause.PEER_RESET, Confidence.POSSIBLE);
  }

  @Test
  void aResetThatNoWriteDrewIsNone() {
    Verdict.of(EvidenceBuilder.opened().received(10, 1).reset(500))
        .isNot(Cause.NETWORK_IDLE_FLOW_DROPPED);
    Verdict.of(EvidenceBuilder.opened().received(10, 1).sent(410, 1).reset(415))
        .isNot(Cause.NETWORK_IDLE_FLOW_DROPPED);
  }

  @Test
  void anAnswerInBetweenIsASignOfLife() {
    Verdict.of(EvidenceBuilder.opened().received(1, 1).sent(410, 1).received(410.1, 1).reset(410.2))
        .is(Cause.PEER_RESET, Confidence.LIKELY);
  }

  @Test
  void aBurstThatPushedTheEarlierFramesOutProvesNothing() {
    EvidenceBuilder burst = EvidenceBuilder.opened().frames(4).received(1, 1);
    for (int i = 0; i < 8; i++) {
      burst.sent(410 + i / 100.0, 1);
    }
    Verdict.of(burst.reset(410.2)).isNot(Cause.NETWORK_IDLE_FLOW_DROPPED);
  }

  @Test
  void silenceSinceTheOpening() {
    Verdict.of(EvidenceBuilder.opened().pinged(300).reset(300.1))
        .is(Cause.NETWORK_IDLE_FLOW_DROPPED, Confidence.LIKELY);
  }
}
