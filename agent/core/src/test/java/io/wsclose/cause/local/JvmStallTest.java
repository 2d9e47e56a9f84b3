// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.local;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.MassClose;
import io.wsclose.cause.Pauses;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Verdict;
import io.wsclose.record.EvidenceBuilder;
import io.wsclose.record.FactKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class JvmStallTest {
  private static final String TIMER = "io.netty.util.concurrent.ScheduledFutureTask.run";

  private static Surroundings.Builder paused(double from, double to) {
    return paused(from, to, "");
  }

  private static Surroundings.Builder paused(double from, double to, String reason) {
    return Surroundings.builder()
        .pauses(Pauses.of(List.of(EvidenceBuilder.pause(from, to, reason))));
  }

  @Test
  void anOwnLimitThatRanOutInAPauseThoughThePeerHadSpoken() {
    Verdict.of(
            EvidenceBuilder.opened()
                .received(10, 1)
                .received(18.61, 9)
                .add(18.62, FactKind.IDLE_EXPIRED, 5_000, "")
                .called(18.63, FactKind.TRANSPORT_CLOSE_REQUESTED, TIMER),
            paused(10.5, 18.6, "garbage collection, G1 Old Generation").build())
        .is(Cause.LOCAL_JVM_STALL, Confidence.LIKELY)
        .says("did not run for 8.1 s (garbage collection", "limit of 5 s", "20 ms before")
        .advises("-Xlog:gc")
        .or(Cause.LOCAL_IDLE_TIMEOUT)
        .hasLineWith("did not run for 8.1 s from 10:15:03 UTC, until 20 ms before the end");
  }

  @Test
  void anOwnLimitThatMayHaveRunOutAnyway() {
    Verdict.of(
            EvidenceBuilder.opened()
                .received(10, 1)
                .sent(10, 1)
                .add(18.62, FactKind.IDLE_EXPIRED, 5_000, "")
                .called(18.63, FactKind.TRANSPORT_CLOSE_REQUESTED, TIMER),
            paused(10.5, 18.6).build())
        .is(Cause.LOCAL_IDLE_TIMEOUT, Confidence.LIKELY)
        .or(Cause.LOCAL_JVM_STALL);
  }

  @Test
  void anOwnLimitThatAFrameContradictsWithoutAKnownPause() {
    Verdict.of(
            EvidenceBuilder.opened()
                .received(18.62, 1)
                .sent(18.62, 1)
                .add(18.62, FactKind.IDLE_EXPIRED, 5_000, "")
                .called(18.63, FactKind.TRANSPORT_CLOSE_REQUESTED, TIMER))
        .is(Cause.LOCAL_IDLE_TIMEOUT, Confidence.POSSIBLE)
        .says("although the last frame came 0 ms before")
        .or(Cause.LOCAL_JVM_STALL, Cause.LOCAL_APP_CLOSE);
  }

  @Test
  void severalPeersThatLeftInAPause() {
    Verdict.of(
            EvidenceBuilder.opened().received(9.9, 1).eof(14.01),
            paused(10, 14).closedTogether(5, 5).openBefore(6).build())
        .is(Cause.LOCAL_JVM_STALL, Confidence.POSSIBLE)
        .says("did not run for 4.0 s", "6 connections");
  }

  @Test
  void onePeerThatLeftInAPauseMayHaveLeftAnyway() {
    Verdict.of(
            EvidenceBuilder.opened().received(9.9, 1).sent(9.9, 1).eof(14.01),
            paused(10, 14).build())
        .is(Cause.PEER_EOF_WITHOUT_CLOSE, Confidence.POSSIBLE)
        .or(Cause.LOCAL_JVM_STALL, Cause.PROXY_IDLE_TIMEOUT)
        .hasLineWith("did not run for 4.0 s")
        .hasLineWith("anything between 110 ms and 4.1 s");
  }

  @Test
  void whatThePauseKeptMayBeReadBeforeTheEnd() {
    Verdict.of(
            EvidenceBuilder.opened().received(14.005, 1).sent(14.006, 1).eof(14.01),
            paused(10, 14).build())
        .is(Cause.PEER_EOF_WITHOUT_CLOSE, Confidence.POSSIBLE)
        .or(Cause.LOCAL_JVM_STALL, Cause.PROXY_RELOAD_OR_DRAIN);
  }

  @Test
  void aThreadThatWasBusyNoticedTheEndLate() {
    Verdict.of(
            EvidenceBuilder.opened()
                .received(14.005, 1)
                .lateEof(10, 14.01, "java.lang.Thread.sleep", "com.acme.Cmd.run"))
        .is(Cause.PEER_EOF_WITHOUT_CLOSE, Confidence.POSSIBLE)
        .or(Cause.LOCAL_JVM_STALL, Cause.PROXY_RELOAD_OR_DRAIN)
        .because(
            "this JVM noticed that late: its thread loop-1 was busy for 4.0 s, from 10:15:03 UTC, and"
                + " was seen in com.acme.Cmd.run(Cmd.java:11)");
  }

  @Test
  void aPauseLongAgoMeansNothing() {
    Verdict.of(EvidenceBuilder.opened().received(9, 1).sent(9, 1).eof(18), paused(10, 10.6).build())
        .hasNoLineWith("did not run");
  }

  @Test
  void whatThePeerSaidStaysWhatItSaid() {
    Verdict.of(
            EvidenceBuilder.opened().received(9, 1).closeReceived(14.01, 1000, ""),
            paused(10, 14).build())
        .is(Cause.PEER_CLEAN_CLOSE, Confidence.CERTAIN)
        .hasLineWith("did not run for 4.0 s");
  }

  @Test
  void endsOfAHopThatWereReadLateAfterAPauseAreNotAReload() {
    MassClose crowd =
        MassClose.builder().ended(6, 900_000_000L, 6, 1).remained(0, 0, false).build();
    Verdict.of(
            EvidenceBuilder.opened()
                .header("X-Forwarded-For", "10.0.0.1")
                .received(9.9, 1)
                .eof(14.9),
            paused(10, 14).closedTogether(5, 5).openBefore(6).ofHop(crowd).build())
        .is(Cause.LOCAL_JVM_STALL, Confidence.POSSIBLE)
        .says("did not run for 4.0 s", "6 connections");
  }
}
