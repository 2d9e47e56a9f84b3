// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.local;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Verdict;
import io.wsclose.record.EvidenceBuilder;
import io.wsclose.record.FactKind;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class IdleAndHeartbeatTest {

  private static final String POOL =
      "java.util.concurrent.ScheduledThreadPoolExecutor$ScheduledFutureTask.run";
  private static final String TIMER = "io.netty.util.concurrent.ScheduledFutureTask.run";

  @Test
  void theLocalLimitRanOut() {
    Verdict.of(
            EvidenceBuilder.opened()
                .received(10, 1)
                .add(70, FactKind.IDLE_EXPIRED, 60_000, "")
                .called(
                    70.001,
                    FactKind.TRANSPORT_CLOSE_REQUESTED,
                    "com.acme.Chat.userEventTriggered",
                    TIMER)
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
                .called(
                    70.001,
                    FactKind.TRANSPORT_CLOSE_REQUESTED,
                    "com.acme.Chat.userEventTriggered",
                    TIMER))
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
  void asksFirstWhetherOnePingIsEnoughAndAnsweredAtAll() {
    Verdict.of(
            EvidenceBuilder.opened()
                .pinged(1.1)
                .called(2.2, FactKind.TRANSPORT_CLOSE_REQUESTED, "com.acme.Beat.run", TIMER))
        .is(Cause.LOCAL_HEARTBEAT_TIMEOUT, Confidence.LIKELY)
        .advises("Only one ping was sent", "1.1 s", "answers pings at all", "may have been asleep")
        .doesNotAdvise("was asleep")
        .or(Cause.LOCAL_APP_CLOSE);
    Verdict.of(
            EvidenceBuilder.opened()
                .pinged(10)
                .ponged(10.1)
                .pinged(20)
                .called(30, FactKind.CLOSE_REQUESTED, "com.acme.Beat.run", TIMER))
        .is(Cause.LOCAL_HEARTBEAT_TIMEOUT, Confidence.LIKELY)
        .doesNotAdvise("answers pings at all")
        .or(Cause.LOCAL_APP_CLOSE);
  }

  /** Some libraries run all of their work on a pool for timers: a logout there is no heartbeat. */
  @Test
  void ordinaryWorkOnATimerPoolIsNotATimer() {
    Verdict.of(
            EvidenceBuilder.opened()
                .received(1, 1)
                .pinged(30)
                .called(
                    33.4,
                    FactKind.CLOSE_REQUESTED,
                    "com.acme.Logout.run",
                    "java.util.concurrent.FutureTask.run",
                    POOL)
                .closeSent(33.4, 4001, "bye"))
        .is(Cause.LOCAL_APP_CLOSE, Confidence.LIKELY)
        .or(Cause.LOCAL_HEARTBEAT_TIMEOUT);
  }

  @Test
  void aTimerPoolsTaskThatRepeatsIsATimer() {
    Verdict.of(
            EvidenceBuilder.opened()
                .received(1, 1)
                .pinged(30)
                .called(
                    33.4,
                    FactKind.CLOSE_REQUESTED,
                    "com.acme.Beat.run",
                    "java.util.concurrent.FutureTask.runAndReset",
                    POOL))
        .is(Cause.LOCAL_HEARTBEAT_TIMEOUT, Confidence.LIKELY);
  }

  @Test
  void aTimerPoolsTaskAtADeadlineOfThePingIsATimer() {
    Verdict.of(
            EvidenceBuilder.opened()
                .received(1, 1)
                .pinged(30)
                .called(
                    40.004,
                    FactKind.CLOSE_REQUESTED,
                    "com.acme.Beat.run",
                    "java.util.concurrent.FutureTask.run",
                    POOL))
        .is(Cause.LOCAL_HEARTBEAT_TIMEOUT, Confidence.LIKELY)
        .or(Cause.LOCAL_APP_CLOSE);
  }

  @Test
  void aTimerUnderADeepStackIsSeen() {
    String[] deep = new String[90];
    Arrays.fill(deep, "com.acme.Chain.next");
    deep[89] = TIMER;
    Verdict.of(
            EvidenceBuilder.opened()
                .received(1, 1)
                .pinged(30)
                .called(35, FactKind.CLOSE_REQUESTED, deep))
        .is(Cause.LOCAL_HEARTBEAT_TIMEOUT, Confidence.LIKELY);
  }

  @Test
  void framesThatStreamInAreASignOfLifeHoweverManyFollowTheClose() {
    EvidenceBuilder streaming = EvidenceBuilder.opened().pinged(7.5);
    for (int i = 0; i < 100; i++) {
      streaming.received(8 + i * 0.02, 1);
    }
    streaming.called(10, FactKind.CLOSE_REQUESTED, "com.acme.Limit.run", TIMER);
    streaming.closeSent(10.001, 4002, "session limit");
    for (int i = 0; i < 30; i++) {
      streaming.received(10.01 + i * 0.02, 1);
    }
    Verdict.of(streaming).is(Cause.LOCAL_APP_CLOSE, Confidence.CERTAIN);
  }

  @Test
  void aPongAfterTheTimerGaveUpIsTooLate() {
    Verdict.of(
            EvidenceBuilder.opened()
                .received(1, 1)
                .pinged(30)
                .called(35, FactKind.CLOSE_REQUESTED, "com.acme.Beat.run", TIMER)
                .closeSent(35, 4002, "")
                .ponged(35.01)
                .closeReceived(35.02, 4002, ""))
        .is(Cause.LOCAL_HEARTBEAT_TIMEOUT, Confidence.LIKELY)
        .because("1 ping unanswered, the last sent 5.0 s before the end");
  }

  @Test
  void aCloseElsewhereAfterAnIdleEventMayHaveItsOwnReason() {
    Verdict.of(
            EvidenceBuilder.opened()
                .received(1, 1)
                .add(31, FactKind.IDLE_EXPIRED, 30_000, "")
                .called(31.4, FactKind.CLOSE_REQUESTED, "com.acme.Chat.kick")
                .closeSent(31.4, 4001, ""))
        .is(Cause.LOCAL_IDLE_TIMEOUT, Confidence.LIKELY)
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
        .is(Cause.PEER_EOF_WITHOUT_CLOSE, Confidence.POSSIBLE)
        .hasLineWith("1 ping unanswered, the last sent 9.0 s before the end");
  }

  @Test
  void asksForTheUnitOfAVeryShortLimit() {
    Verdict.of(expired(0.4, 400)).says("idle limit of 0.4 s").advises("meant in seconds");
    Verdict.of(expired(60, 60_000)).doesNotAdvise("meant in seconds");
  }

  @Test
  void saysSinceWhenWhereNoFrameEverCame() {
    Verdict.of(expired(60, 60_000)).says("for 60.0 s, since the opening");
    Verdict.of(
            EvidenceBuilder.opened()
                .pinged(30)
                .add(60, FactKind.IDLE_EXPIRED, 60_000, "")
                .called(60.001, FactKind.TRANSPORT_CLOSE_REQUESTED, TIMER))
        .is(Cause.LOCAL_HEARTBEAT_TIMEOUT, Confidence.CERTAIN)
        .says("this client had never sent a frame since the opening");
  }

  private static EvidenceBuilder expired(double seconds, int limitMillis) {
    return EvidenceBuilder.opened()
        .add(seconds, FactKind.IDLE_EXPIRED, limitMillis, "")
        .called(seconds + 0.001, FactKind.TRANSPORT_CLOSE_REQUESTED, TIMER);
  }
}
