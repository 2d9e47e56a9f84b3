package io.wsclose.cause.path;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Verdict;
import io.wsclose.record.EvidenceBuilder;
import org.junit.jupiter.api.Test;

class CrowdTest {

  @Test
  void fiveOfOneHopTogetherAreAReload() {
    Verdict.of(proxied().eof(20), crowd(4, 4, 1, 20, 20))
        .is(Cause.PROXY_RELOAD_OR_DRAIN, Confidence.LIKELY)
        .says("5 of 20 connections")
        .or(Cause.PEER_EOF_WITHOUT_CLOSE, Cause.PROXY_IDLE_TIMEOUT);
  }

  @Test
  void withoutHeadersTheAddressMayBeAClients() {
    Verdict.of(EvidenceBuilder.opened().received(19, 1).eof(20), crowd(9, 9, 1, 20, 20))
        .is(Cause.PROXY_RELOAD_OR_DRAIN, Confidence.POSSIBLE);
  }

  @Test
  void fourOrAFewOfManyAreChance() {
    Verdict.of(proxied().eof(20), crowd(3, 3, 1, 4, 4)).isNot(Cause.PROXY_RELOAD_OR_DRAIN);
    Verdict.of(proxied().eof(20), crowd(5, 5, 1, 100, 100)).isNot(Cause.PROXY_RELOAD_OR_DRAIN);
  }

  @Test
  void ourOwnStopIsNoReload() {
    Verdict.of(
            proxied().eof(20),
            Surroundings.builder()
                .jvmStopping(true)
                .closedTogether(9, 9)
                .openBefore(20, 20)
                .build())
        .isNot(Cause.PROXY_RELOAD_OR_DRAIN);
  }

  @Test
  void aLimitThatMoreThanTimingSpeaksForGoesFirst() {
    EvidenceBuilder silent =
        EvidenceBuilder.opened().header("X-Amzn-Trace-Id", "1").received(10, 1).eof(70);
    Verdict.of(silent, crowd(9, 9, 1, 20, 20)).is(Cause.PROXY_IDLE_TIMEOUT, Confidence.LIKELY);
  }

  @Test
  void resetsOfManyPeersAreACut() {
    Verdict.of(EvidenceBuilder.opened().received(19, 1).reset(20), crowd(9, 0, 8, 30, 1))
        .is(Cause.NETWORK_CUT, Confidence.LIKELY)
        .says("10 of 30 connections with 8 different addresses")
        .or(Cause.PEER_RESET);
  }

  @Test
  void onePeerOrEofsAreNone() {
    Verdict.of(EvidenceBuilder.opened().reset(20), crowd(9, 0, 1, 30, 1)).isNot(Cause.NETWORK_CUT);
    Verdict.of(EvidenceBuilder.opened().eof(20), crowd(9, 0, 8, 30, 1)).isNot(Cause.NETWORK_CUT);
  }

  @Test
  void wherePeersComeAndGoManyBadEndsAreNoReloadAndNoCut() {
    Surroundings busy =
        Surroundings.builder()
            .closedTogether(40, 40)
            .failedTogether(40, 2)
            .otherwiseTogether(60, 60)
            .openBefore(120, 120)
            .build();
    Verdict.of(proxied().eof(20), busy).isNot(Cause.PROXY_RELOAD_OR_DRAIN);
    Verdict.of(EvidenceBuilder.opened().received(19, 1).reset(20), busy).isNot(Cause.NETWORK_CUT);
  }

  @Test
  void finsBesideAResetAreNoCut() {
    Surroundings fins =
        Surroundings.builder().closedTogether(9, 0).failedTogether(1, 2).openBefore(9, 1).build();
    Verdict.of(EvidenceBuilder.opened().received(19, 1).reset(20), fins).isNot(Cause.NETWORK_CUT);
  }

  private static EvidenceBuilder proxied() {
    return EvidenceBuilder.opened().header("X-Real-IP", "203.0.113.7").received(19, 1);
  }

  private static Surroundings crowd(int all, int ofPeer, int peers, int open, int openOfPeer) {
    return Surroundings.builder()
        .closedTogether(all, ofPeer)
        .failedTogether(all, peers)
        .openBefore(open, openOfPeer)
        .build();
  }
}
