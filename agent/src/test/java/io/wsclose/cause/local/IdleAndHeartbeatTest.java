package io.wsclose.cause.local;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Verdict;
import io.wsclose.record.EvidenceBuilder;
import io.wsclose.record.FactKind;
import org.junit.jupiter.api.Test;

class IdleAndHeartbeatTest {

  private static final String TIMER = "io.netty.util.concurrent.ScheduledFutureTask.run";

  @Test
  void theLocalLimitRanOut() {
    Verdict.of(
            EvidenceBuilder.opened()
                .received(10, 1)
                .add(70, FactKind.IDLE_EXPIRED, 60_000, "")
                .called(70.001, FactKind.TRANSPORT_CLOSE_REQUESTED, "com.acme.Chat.idle", TIMER)
                .closeSent(70.002, 1000, "Bye"))
        .is(Cause.LOCAL_IDLE_TIMEOUT, Confidence.CERTAIN)
        .says("idle limit of 60 s", "for 60.0 s")
        .because("no inbound frame for 60.0 s", "a local idle limit of 60 s ran out");
  }

  @Test
  void anUnansweredPingMakesItAHeartbeat() {
    Verdict.of(
            EvidenceBuilder.opened()
                .received(10, 1)
                .pinged(40)
                .add(70, FactKind.IDLE_EXPIRED, 60_000, "")
                .called(70.001, FactKind.TRANSPORT_CLOSE_REQUESTED, "com.acme.Chat.idle", TIMER))
        .is(Cause.LOCAL_HEARTBEAT_TIMEOUT, Confidence.CERTAIN)
        .says("did not answer a ping for 30.0 s")
        .because("1 ping unanswered, the last sent 30.0 s before the end");
  }

  @Test
  void anAnsweredPingDoesNot() {
    Verdict.of(
            EvidenceBuilder.opened()
                .pinged(40)
                .ponged(40.1)
                .add(100.1, FactKind.IDLE_EXPIRED, 60_000, "")
                .called(100.2, FactKind.TRANSPORT_CLOSE_REQUESTED, TIMER))
        .is(Cause.LOCAL_IDLE_TIMEOUT, Confidence.CERTAIN);
  }

  @Test
  void aFrameAfterThePingIsASignOfLife() {
    Verdict.of(
            EvidenceBuilder.opened()
                .pinged(40)
                .received(41, 1)
                .add(101, FactKind.IDLE_EXPIRED, 60_000, "")
                .called(101, FactKind.TRANSPORT_CLOSE_REQUESTED, TIMER))
        .is(Cause.LOCAL_IDLE_TIMEOUT, Confidence.CERTAIN);
  }

  @Test
  void theApplicationsOwnTimer() {
    EvidenceBuilder pinging = EvidenceBuilder.opened().received(1, 1).pinged(30);
    Verdict.of(pinging.called(35, FactKind.CLOSE_REQUESTED, "com.acme.Beat.run", TIMER))
        .is(Cause.LOCAL_HEARTBEAT_TIMEOUT, Confidence.LIKELY)
        .or(Cause.LOCAL_APP_CLOSE);
  }

  @Test
  void aTimerWithoutPingIsTheApplicationsBusiness() {
    Verdict.of(
            EvidenceBuilder.opened()
                .received(1, 1)
                .called(35, FactKind.CLOSE_REQUESTED, "com.acme.Beat.run", TIMER)
                .closeSent(35, 1000, ""))
        .is(Cause.LOCAL_APP_CLOSE, Confidence.CERTAIN)
        .says("from a timer");
  }

  @Test
  void theStacksOwnTimerAfterSilence() {
    Verdict.of(
            EvidenceBuilder.opened()
                .received(1, 1)
                .called(31, FactKind.CLOSE_REQUESTED, "io.netty.X.idle", TIMER)
                .closeSent(31, 1001, "Idle Timeout"))
        .is(Cause.LOCAL_IDLE_TIMEOUT, Confidence.LIKELY)
        .because("no inbound frame for 30.0 s");
  }

  @Test
  void anIdleEventThatOnlyPingedIsNoEnd() {
    Verdict.of(
            EvidenceBuilder.opened()
                .received(1, 1)
                .add(31, FactKind.IDLE_EXPIRED, 30_000, "")
                .pinged(31)
                .eof(40))
        .is(Cause.PEER_EOF_WITHOUT_CLOSE, Confidence.LIKELY)
        .hasLineWith("1 ping unanswered, the last sent 9.0 s before the end");
  }
}
