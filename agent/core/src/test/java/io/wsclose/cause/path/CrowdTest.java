// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.path;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.MassClose;
import io.wsclose.cause.SameTime;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Verdict;
import io.wsclose.record.EvidenceBuilder;
import io.wsclose.record.FactKind;
import org.junit.jupiter.api.Test;

class CrowdTest {
  private static final long MS = 1_000_000L;

  @Test
  void allOfOneHopInOneInstantOfSeveralClientsAreAReload() {
    Verdict.of(proxied().eof(20), ofHop(crowd(8, 26 * MS, 8, 1).remained(0, 3, false)))
        .is(Cause.PROXY_RELOAD_OR_DRAIN, Confidence.LIKELY)
        .says("8 of 8 connections", "within 26 ms", "reloaded, restarted or drained, or crashed")
        .advises("Compare with deployments", "nginx: worker_shutdown_timeout")
        .doesNotAdvise("Caddy")
        .because(
            "they belong to 8 client addresses", "3 new connections came from one address since")
        .or(Cause.PEER_EOF_WITHOUT_CLOSE, Cause.PROXY_IDLE_TIMEOUT);
  }

  @Test
  void withoutHeadersTheAddressMayBeAClients() {
    Verdict.of(EvidenceBuilder.opened().received(19, 1).eof(20), ofHop(crowd(10, 26 * MS, 1, 10)))
        .is(Cause.PROXY_RELOAD_OR_DRAIN, Confidence.POSSIBLE)
        .says("all of one client machine");
  }

  @Test
  void adviceNamesTheDrainSettingOfTheHopThatWasRecognized() {
    Surroundings all = ofHop(crowd(8, 10 * MS, 8, 1));
    Verdict.of(forwarded().received(19, 1).eof(20), all)
        .advises("Caddy: stream_close_delay")
        .doesNotAdvise("nginx");
    Verdict.of(EvidenceBuilder.opened().header("CF-Ray", "1").received(19, 1).eof(20), all)
        .advises("a longer drain and clients")
        .doesNotAdvise("nginx")
        .doesNotAdvise("Caddy");
  }

  @Test
  void oneClientMachineIsNoReload() {
    Verdict.of(proxied().eof(20), ofHop(crowd(40, 26 * MS, 1, 40)))
        .is(Cause.PROXY_RELOAD_OR_DRAIN, Confidence.POSSIBLE)
        .says("all of one client machine");
    Verdict.of(proxied().eof(20), ofHop(crowd(40, 26 * MS, 1, 40).remained(12, 0, true)))
        .is(Cause.PEER_EOF_WITHOUT_CLOSE, Confidence.POSSIBLE)
        .hasLineWith("all of one client address, while those of other clients stayed open")
        .advises("on that client machine");
    Verdict.of(proxied().eof(20), ofHop(crowd(40, 26 * MS, 3, 38)))
        .is(Cause.PROXY_RELOAD_OR_DRAIN, Confidence.POSSIBLE);
  }

  @Test
  void usersWhoLeaveWhileOthersStayArePossible() {
    Verdict.of(proxied().eof(20), ofHop(crowd(6, 1500 * MS, 6, 1).remained(6, 0, true)))
        .is(Cause.PROXY_RELOAD_OR_DRAIN, Confidence.POSSIBLE)
        .says("6 of 12 connections", "within 1.5 s", "as when an intermediary");
    Verdict.of(proxied().eof(20), ofHop(crowd(6, 20 * MS, 6, 1).remained(6, 0, true)))
        .is(Cause.PROXY_RELOAD_OR_DRAIN, Confidence.POSSIBLE);
    Verdict.of(proxied().eof(20), ofHop(crowd(6, 1500 * MS, 6, 1)))
        .is(Cause.PROXY_RELOAD_OR_DRAIN, Confidence.POSSIBLE);
  }

  @Test
  void fourOrAFewOfManyOrAnOrdinaryRateAreChance() {
    Verdict.of(proxied().eof(20), ofHop(crowd(4, MS, 4, 1))).isNot(Cause.PROXY_RELOAD_OR_DRAIN);
    Verdict.of(proxied().eof(20), ofHop(crowd(6, MS, 6, 1).remained(94, 0, true)))
        .isNot(Cause.PROXY_RELOAD_OR_DRAIN);
    Verdict.of(proxied().eof(20), ofHop(crowd(6, 2000 * MS, 6, 1).background(0, 2)))
        .isNot(Cause.PROXY_RELOAD_OR_DRAIN);
    Verdict.of(proxied().eof(20), ofHop(crowd(40, 2000 * MS, 40, 1).background(60, 1)))
        .isNot(Cause.PROXY_RELOAD_OR_DRAIN);
  }

  @Test
  void connectionsThatWereSilentTogetherMayHaveMetALimit() {
    Verdict.of(proxied().eof(31.3), ofHop(crowd(8, 26 * MS, 8, 1).same(true, false)))
        .is(Cause.PROXY_RELOAD_OR_DRAIN, Confidence.POSSIBLE)
        .hasLineWith("silent for the same time")
        .or(Cause.PEER_EOF_WITHOUT_CLOSE, Cause.PROXY_IDLE_TIMEOUT);
    Verdict.of(proxied().eof(20), ofHop(crowd(8, 26 * MS, 8, 1).same(false, true)))
        .is(Cause.PROXY_RELOAD_OR_DRAIN, Confidence.POSSIBLE)
        .or(Cause.PEER_EOF_WITHOUT_CLOSE, Cause.PROXY_IDLE_TIMEOUT, Cause.PROXY_MAX_AGE);
  }

  @Test
  void ourOwnStopIsNoReload() {
    Verdict.of(
            proxied().eof(20),
            Surroundings.builder().jvmStopping(true).ofHop(crowd(9, MS, 9, 1).build()).build())
        .isNot(Cause.PROXY_RELOAD_OR_DRAIN);
  }

  @Test
  void aLimitThatMoreThanTimingSpeaksForGoesFirst() {
    EvidenceBuilder silent =
        EvidenceBuilder.opened().header("X-Amzn-Trace-Id", "1").received(10, 1).eof(70);
    Verdict.of(silent, ofHop(crowd(9, MS, 9, 1)))
        .is(Cause.PROXY_IDLE_TIMEOUT, Confidence.LIKELY)
        .or(Cause.PEER_EOF_WITHOUT_CLOSE, Cause.PROXY_RELOAD_OR_DRAIN);
  }

  @Test
  void closeFramesThatAProxySendsOnAllConnectionsAreItsOwn() {
    Surroundings all = ofHop(crowd(8, 10 * MS, 8, 1));
    Verdict.of(forwarded().received(10, 1).closeReceived(20, 1001, ""), all)
        .is(Cause.PROXY_RELOAD_OR_DRAIN, Confidence.LIKELY)
        .says("8 of 8 connections", "with a Close frame")
        .or(Cause.PEER_GOING_AWAY);
    Verdict.of(forwarded().received(10, 1).closeReceived(20, 1012, ""), all)
        .is(Cause.PROXY_RELOAD_OR_DRAIN, Confidence.LIKELY);
    Verdict.of(unmaskedClose(forwarded()), all)
        .is(Cause.PROXY_RELOAD_OR_DRAIN, Confidence.LIKELY)
        .hasLineWith("the parser refused")
        .hasNoLineWith("a consequence");
    Verdict.of(unmaskedClose(forwarded()).closeSent(20.1, 1002, "unmasked"), all)
        .is(Cause.PROXY_RELOAD_OR_DRAIN, Confidence.LIKELY)
        .because(
            "this JVM's own Close frame with 1002 only answers the unmasked Close frame: a"
                + " consequence");
    Verdict.of(forwarded().received(19.8, 1).sent(19.8, 1).closeReceived(20, 1001, ""), all)
        .is(Cause.PROXY_RELOAD_OR_DRAIN, Confidence.LIKELY);
    Verdict.of(forwarded().received(10, 1).sent(19.8, 1).closeReceived(20, 1001, ""), all)
        .is(Cause.PROXY_RELOAD_OR_DRAIN, Confidence.POSSIBLE)
        .because(
            "this JVM sent a frame 200 ms before: pages that it told to load anew leave with 1001, too")
        .or(Cause.PEER_GOING_AWAY);
  }

  @Test
  void browsersThatLeaveAreNoProxy() {
    EvidenceBuilder left = forwarded().received(10, 1).closeReceived(20, 1001, "");
    Verdict.of(left, ofHop(crowd(8, 10 * MS, 1, 8))).is(Cause.PEER_GOING_AWAY, Confidence.CERTAIN);
    Verdict.of(left, ofHop(crowd(8, 1500 * MS, 8, 1)))
        .is(Cause.PEER_GOING_AWAY, Confidence.CERTAIN);
    Verdict.of(
            EvidenceBuilder.opened().received(10, 1).closeReceived(20, 1001, ""),
            ofHop(crowd(8, 10 * MS, 8, 1)))
        .is(Cause.PEER_GOING_AWAY, Confidence.CERTAIN);
  }

  @Test
  void anUnmaskedCloseFrameIsNamedAndMayBeAProxys() {
    Verdict.of(unmaskedClose(forwarded()))
        .is(Cause.PROTOCOL_PEER_VIOLATION, Confidence.POSSIBLE)
        .says("an unmasked Close frame with 1001")
        .advises("Caddy")
        .or(Cause.PROXY_RELOAD_OR_DRAIN);
  }

  private static EvidenceBuilder unmaskedClose(EvidenceBuilder evidence) {
    return evidence
        .received(10, 1)
        .add(20, FactKind.PARSER_FAILED, 1002, new IllegalStateException("unmasked"))
        .add(20, FactKind.UNPARSABLE, 0, "is an unmasked Close frame with 1001");
  }

  @Test
  void timeoutsOfManyPeersAreACut() {
    Verdict.of(
            EvidenceBuilder.opened().received(19, 1).unreachable(20),
            failures(crowd(10, 30 * MS, 8, 2).remained(20, 0, true), 9))
        .is(Cause.NETWORK_CUT, Confidence.LIKELY)
        .says("10 of 30 connections with 8 different addresses", "within 30 ms")
        .or(Cause.NETWORK_RETRANSMIT_TIMEOUT);
  }

  @Test
  void resetsAloneMayBeClientsThatWereStopped() {
    Verdict.of(
            EvidenceBuilder.opened().received(19, 1).reset(20),
            failures(crowd(10, 30 * MS, 8, 2).remained(20, 0, true), 0))
        .is(Cause.NETWORK_CUT, Confidence.POSSIBLE)
        .says("or their programs were stopped together")
        .advises("deployment or restart of the clients")
        .or(Cause.PEER_RESET);
  }

  @Test
  void onePeerOrEofsAreNone() {
    Verdict.of(EvidenceBuilder.opened().reset(20), failures(crowd(10, MS, 1, 10), 0))
        .isNot(Cause.NETWORK_CUT);
    Verdict.of(EvidenceBuilder.opened().eof(20), failures(crowd(10, MS, 8, 2), 10))
        .isNot(Cause.NETWORK_CUT);
  }

  @Test
  void severalClientsAreAtLeastThree() {
    Verdict.of(proxied().eof(20), ofHop(crowd(8, MS, 2, 4)))
        .is(Cause.PROXY_RELOAD_OR_DRAIN, Confidence.POSSIBLE);
    Verdict.of(
            proxied().eof(20),
            Surroundings.builder().alike(new SameTime(9, 0, 2, 9), SameTime.NONE).build())
        .is(Cause.PROXY_IDLE_TIMEOUT, Confidence.POSSIBLE);
  }

  private static EvidenceBuilder proxied() {
    return EvidenceBuilder.opened().header("X-Real-IP", "203.0.113.7").received(14, 1);
  }

  private static EvidenceBuilder forwarded() {
    return EvidenceBuilder.opened()
        .header("X-Forwarded-For", "203.0.113.7")
        .header("X-Forwarded-Host", "chat.example")
        .header("X-Forwarded-Proto", "https");
  }

  private static MassClose.Builder crowd(int ended, long spread, int clients, int largest) {
    return MassClose.builder().ended(ended, spread, clients, largest);
  }

  private static Surroundings ofHop(MassClose.Builder crowd) {
    return Surroundings.builder().ofHop(crowd.build()).build();
  }

  private static Surroundings failures(MassClose.Builder crowd, int dead) {
    return Surroundings.builder().failures(crowd.build(), dead).build();
  }
}
