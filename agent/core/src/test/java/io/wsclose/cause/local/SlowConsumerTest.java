// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.local;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Verdict;
import io.wsclose.record.EvidenceBuilder;
import io.wsclose.record.FactKind;
import org.junit.jupiter.api.Test;

class SlowConsumerTest {
  private static final String TIMER = "java.util.TimerThread.run";

  /** 64 frames of 60 kB, of which the last 30 waited since 1.5 s. */
  private static EvidenceBuilder stuck() {
    EvidenceBuilder evidence = EvidenceBuilder.opened().received(1, 1);
    for (int i = 0; i < 64; i++) {
      evidence.sent(1 + i * 0.1, 2, 60_000);
    }
    return evidence.neverLeft(1.5, 30, 0);
  }

  @Test
  void anIdleLimitThatRanOutWhileThePeerTookNothing() {
    Verdict.of(
            stuck()
                .add(31.5, FactKind.IDLE_EXPIRED, 30_000, "")
                .add(31.6, FactKind.TRANSPORT_CLOSE_REQUESTED))
        .is(Cause.LOCAL_SLOW_CONSUMER, Confidence.LIKELY)
        .or(Cause.LOCAL_IDLE_TIMEOUT, Cause.LOCAL_APP_CLOSE)
        .says("took nothing of what was sent to it for 30.0 s")
        .advises("the sample's sendLimit")
        .because(
            "30 frames, about 1.8 MB were queued and never left; the last byte was accepted 30.0 s"
                + " before the end",
            "a local idle limit of 30 s ran out");
  }

  @Test
  void aPingThatWaitedBehindOtherFramesIsNotUnanswered() {
    Verdict.of(
            stuck()
                .pinged(10)
                .called(20, FactKind.TRANSPORT_CLOSE_REQUESTED, "com.acme.Beat.run", TIMER))
        .is(Cause.LOCAL_SLOW_CONSUMER, Confidence.LIKELY);
  }

  @Test
  void anIdleLimitWithFramesThatOnlyJustWaited() {
    Verdict.of(
            EvidenceBuilder.opened()
                .sent(30.9, 2)
                .neverLeft(30.9, 1, 0)
                .add(31, FactKind.IDLE_EXPIRED, 30_000, "")
                .add(31.1, FactKind.TRANSPORT_CLOSE_REQUESTED))
        .isNot(Cause.LOCAL_SLOW_CONSUMER);
  }

  @Test
  void anApplicationThatClosesWhileFramesWaitIsNotATimer() {
    Verdict.of(stuck().called(20, FactKind.CLOSE_REQUESTED, "com.acme.Logout.run"))
        .is(Cause.LOCAL_APP_CLOSE, Confidence.CERTAIN)
        .hasLineWith("were queued and never left");
  }

  @Test
  void aResetOfAPeerThatHadStoppedReading() {
    Verdict.of(stuck().neverLeft(6, 10, 0).reset(8.77))
        .is(Cause.PEER_RESET, Confidence.LIKELY)
        .or(Cause.LOCAL_SLOW_CONSUMER, Cause.PROXY_IDLE_TIMEOUT, Cause.PROXY_RELOAD_OR_DRAIN)
        .says("2.8 s after it last took what was sent to it: ", " never left this JVM");
    // a proxy may have stopped reading, too, and 12 s of silence be its limit
    Verdict.of(stuck().reset(13.4))
        .is(Cause.PEER_RESET, Confidence.POSSIBLE)
        .or(Cause.PROXY_IDLE_TIMEOUT, Cause.LOCAL_SLOW_CONSUMER)
        .says("11.9 s after it last took what was sent to it")
        .advises("had stopped reading", "the sample's sendLimit")
        .because("no outbound frame for 11.9 s");
  }

  @Test
  void aResetWithNothingQueuedSaysNothingOfAQueue() {
    Verdict.of(EvidenceBuilder.opened().received(1, 1).sent(1, 2).reset(1.5))
        .or(Cause.PROXY_RELOAD_OR_DRAIN)
        .hasNoLineWith("queued");
  }
}
