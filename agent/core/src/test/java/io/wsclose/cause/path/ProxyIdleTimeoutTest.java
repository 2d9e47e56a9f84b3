// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.SameTime;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Verdict;
import io.wsclose.record.EvidenceBuilder;
import org.junit.jupiter.api.Test;

class ProxyIdleTimeoutTest {

  @Test
  void aBareTableMatchIsPossible() {
    Verdict.of(silentFor(60.0))
        .is(Cause.PROXY_IDLE_TIMEOUT, Confidence.POSSIBLE)
        .says(
            "No frame for 60.0 s",
            "EOF",
            "60 s is the default or usual idle limit of nginx, haproxy")
        .advises("Send a ping at least every 30 s", "proxy_read_timeout (nginx)")
        .because("no outbound frame for 60.0 s", "EOF without Close frame")
        .or(Cause.PEER_EOF_WITHOUT_CLOSE);
  }

  @Test
  void aRecognisedHopIsLikelyAndNamedFirst() {
    Verdict.of(silentFor(60.4).header("X-Amzn-Trace-Id", "Root=1"))
        .is(Cause.PROXY_IDLE_TIMEOUT, Confidence.LIKELY)
        .says("60 s is the default idle limit of aws-alb, which the request came through")
        .because("by its headers the request came through aws-alb (x-amzn-trace-id)");
  }

  @Test
  void hopsWhoseHeadersAreAlwaysThereAreNotNamedWithoutThem() {
    assertThat(Verdict.of(silentFor(60)).finding().summary())
        .doesNotContain("aws-alb", "ingress-nginx", "apache", "varnish");
    Verdict.of(silentFor(300)).isNot(Cause.PROXY_IDLE_TIMEOUT).hasLineWith("a timeout of 5 min");
    Verdict.of(silentFor(30)).says("haproxy");
    Verdict.of(silentFor(600.1)).says("nginx-stream");
  }

  @Test
  void aUsualLimitOfARecognizedHopGoesFirst() {
    Verdict.of(
            silentFor(300)
                .header("X-Forwarded-For", "203.0.113.7")
                .header("X-Forwarded-Host", "chat.example")
                .header("X-Forwarded-Server", "www"))
        .is(Cause.PROXY_IDLE_TIMEOUT, Confidence.POSSIBLE)
        .says("5 min is the default idle limit of apache, which the request's headers suggest")
        .advises("ProxyTimeout (apache).");
    Verdict.of(silentFor(60).header("X-Varnish", "32770"))
        .is(Cause.PROXY_IDLE_TIMEOUT, Confidence.LIKELY)
        .advises("pipe_timeout (varnish).");
  }

  @Test
  void aWeakFingerprintCountsFromTheSecondEndOn() {
    EvidenceBuilder silent = silentFor(60.3).header("X-Real-IP", "203.0.113.7");
    Verdict.of(silent).is(Cause.PROXY_IDLE_TIMEOUT, Confidence.POSSIBLE);
    Verdict.of(silent, alike(new SameTime(1, 0, 1, 2)))
        .is(Cause.PROXY_IDLE_TIMEOUT, Confidence.LIKELY);
    Verdict.of(silent, alike(new SameTime(1, 4, 2, 2)))
        .is(Cause.PROXY_IDLE_TIMEOUT, Confidence.POSSIBLE);
  }

  @Test
  void aSilenceThatOthersSurvivedIsNoLimit() {
    Verdict.of(
            silentFor(60.4).header("X-Amzn-Trace-Id", "Root=1"),
            Surroundings.builder().survived(90_000_000_000L, 0).build())
        .is(Cause.PROXY_IDLE_TIMEOUT, Confidence.POSSIBLE)
        .because("other connections on the same way survived 90.0 s of silence");
  }

  @Test
  void theWindowOfALimit() {
    Verdict.of(silentFor(58.99)).isNot(Cause.PROXY_IDLE_TIMEOUT);
    Verdict.of(silentFor(59.01)).is(Cause.PROXY_IDLE_TIMEOUT, Confidence.POSSIBLE);
    Verdict.of(silentFor(61)).is(Cause.PROXY_IDLE_TIMEOUT, Confidence.POSSIBLE);
    Verdict.of(silentFor(61.01)).isNot(Cause.PROXY_IDLE_TIMEOUT);
    Verdict.of(silentFor(126).header("CF-Ray", "1"))
        .is(Cause.PROXY_IDLE_TIMEOUT, Confidence.LIKELY)
        .says("cloudflare");
  }

  @Test
  void othersOfTheSameSilenceBehindAHopMakeAnUnknownLimitLikely() {
    EvidenceBuilder silent = silentFor(45).header("X-Forwarded-For", "203.0.113.7");
    Verdict.of(silent, alike(new SameTime(3, 0, 3, 4)))
        .is(Cause.PROXY_IDLE_TIMEOUT, Confidence.LIKELY)
        .says("3 other connections ended after the same silence, so something on the path")
        .advises("Send a ping at least every 22 s");
    Verdict.of(silent, alike(new SameTime(2, 0, 3, 3))).isNot(Cause.PROXY_IDLE_TIMEOUT);
    Verdict.of(silent, alike(new SameTime(3, 4, 3, 4))).isNot(Cause.PROXY_IDLE_TIMEOUT);
  }

  @Test
  void withoutAHopOrOfOneClientItMayBeTheClientsProgram() {
    Verdict.of(silentFor(45), alike(new SameTime(3, 0, 3, 4)))
        .is(Cause.PROXY_IDLE_TIMEOUT, Confidence.POSSIBLE)
        .says("a limit on the path or in the client's program")
        .or(Cause.PEER_EOF_WITHOUT_CLOSE);
    Verdict.of(
            silentFor(6).header("X-Forwarded-For", "203.0.113.7"), alike(new SameTime(9, 0, 1, 9)))
        .is(Cause.PROXY_IDLE_TIMEOUT, Confidence.POSSIBLE)
        .advises("All these connections came from one client", "an uptime check");
  }

  @Test
  void anUnknownLimitMayBeThatOfAHopThatTheHeadersShow() {
    Verdict.of(silentFor(8).header("X-Real-IP", "203.0.113.7"), alike(new SameTime(3, 0, 4, 4)))
        .is(Cause.PROXY_IDLE_TIMEOUT, Confidence.LIKELY)
        .says("such a limit, perhaps nginx, which the request's headers suggest")
        .advises("at least every 4 s", "raise the limit: proxy_read_timeout (nginx)")
        .advises(
            "in the proxy's log at this time for \"upstream timed out (110: Connection timed out)"
                + " while proxying upgraded connection\" (nginx)");
    // Google's load balancer limits the age, and no setting of it the silence
    Verdict.of(silentFor(45).header("Via", "1.1 google"), alike(new SameTime(3, 0, 4, 4)))
        .says("so something on the path has such a limit")
        .advises("Send a ping at least every 22 s, from either side.");
  }

  @Test
  void aRoundSilenceIsAtLeastAnAlternative() {
    Verdict.of(EvidenceBuilder.opened().header("X-Real-IP", "1").received(2, 1).eof(5))
        .is(Cause.PEER_EOF_WITHOUT_CLOSE, Confidence.POSSIBLE)
        .because("3.00 s is a round number: look for a timeout of 3 s on the path")
        .or(Cause.PROXY_IDLE_TIMEOUT, Cause.PROXY_RELOAD_OR_DRAIN);
    for (double silence : new double[] {19.95, 20.01, 12.0}) {
      Verdict.of(EvidenceBuilder.opened().received(2, 1).eof(2 + silence))
          .is(Cause.PEER_EOF_WITHOUT_CLOSE, Confidence.POSSIBLE)
          .or(Cause.PROXY_IDLE_TIMEOUT);
    }
    Verdict.of(EvidenceBuilder.opened().received(2, 1).eof(2.5))
        .is(Cause.PEER_EOF_WITHOUT_CLOSE, Confidence.LIKELY)
        .hasNoLineWith("round number");
  }

  @Test
  void eitherDirectionRearmsTheClock() {
    Verdict.of(EvidenceBuilder.opened().received(10, 1).sent(50, 1).eof(70))
        .isNot(Cause.PROXY_IDLE_TIMEOUT);
    Verdict.of(EvidenceBuilder.opened().received(10, 1).pinged(10.5).eof(70.5))
        .is(Cause.PROXY_IDLE_TIMEOUT, Confidence.POSSIBLE);
  }

  @Test
  void cloudfrontCountsOnlyWhatTheServerSends() {
    Verdict.of(
            EvidenceBuilder.opened()
                .header("X-Amz-Cf-Id", "x")
                .sent(10, 1)
                .received(580, 1)
                .eof(610))
        .is(Cause.PROXY_IDLE_TIMEOUT, Confidence.LIKELY)
        .says("cloudfront");
  }

  @Test
  void whatAWriteOfOursProvokedIsNoTimeout() {
    Verdict.of(EvidenceBuilder.opened().received(10, 1).sent(69.5, 1).reset(70))
        .isNot(Cause.PROXY_IDLE_TIMEOUT);
  }

  @Test
  void aResetAtTheLimitToo() {
    Verdict.of(EvidenceBuilder.opened().sent(10, 1).reset(70))
        .is(Cause.PROXY_IDLE_TIMEOUT, Confidence.POSSIBLE)
        .says("a reset")
        .or(Cause.PEER_RESET);
  }

  @Test
  void aCloseFrameIsNoProxys() {
    Verdict.of(EvidenceBuilder.opened().received(10, 1).closeReceived(70, 1000, ""))
        .is(Cause.PEER_CLEAN_CLOSE, Confidence.CERTAIN);
  }

  private static EvidenceBuilder silentFor(double seconds) {
    return EvidenceBuilder.opened().received(9, 1).sent(10, 1).eof(10 + seconds);
  }

  private static Surroundings alike(SameTime idle) {
    return Surroundings.builder().alike(idle, SameTime.NONE).build();
  }
}
