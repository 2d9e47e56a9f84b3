package io.wsclose.cause.path;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Verdict;
import io.wsclose.record.EvidenceBuilder;
import org.junit.jupiter.api.Test;

class ProxyIdleTimeoutTest {

  @Test
  void aBareTableMatchIsPossible() {
    Verdict.of(silentFor(60.0))
        .is(Cause.PROXY_IDLE_TIMEOUT, Confidence.POSSIBLE)
        .says("No frame for 60.0 s", "EOF", "60 s is the default idle limit of nginx, aws-alb")
        .advises("Ping every 30 s", "proxy_read_timeout (nginx)")
        .because("no outbound frame for 60.0 s", "EOF without Close frame")
        .or(Cause.PEER_EOF_WITHOUT_CLOSE);
  }

  @Test
  void aRecognisedHopIsLikelyAndNamedFirst() {
    Verdict.of(silentFor(60.4).header("X-Amzn-Trace-Id", "Root=1"))
        .is(Cause.PROXY_IDLE_TIMEOUT, Confidence.LIKELY)
        .says("60 s is the default idle limit of aws-alb, which the request came through")
        .because("by its headers the request came through aws-alb");
  }

  @Test
  void theWindowOfALimit() {
    Verdict.of(silentFor(59.89)).isNot(Cause.PROXY_IDLE_TIMEOUT);
    Verdict.of(silentFor(59.91)).is(Cause.PROXY_IDLE_TIMEOUT, Confidence.POSSIBLE);
    Verdict.of(silentFor(61)).is(Cause.PROXY_IDLE_TIMEOUT, Confidence.POSSIBLE);
    Verdict.of(silentFor(61.01)).isNot(Cause.PROXY_IDLE_TIMEOUT);
    Verdict.of(silentFor(126).header("CF-Ray", "1"))
        .is(Cause.PROXY_IDLE_TIMEOUT, Confidence.LIKELY)
        .says("cloudflare");
  }

  @Test
  void siblingsMakeAnUnknownLimitLikely() {
    Verdict.of(silentFor(45), Surroundings.builder().alike(3, 0).build())
        .is(Cause.PROXY_IDLE_TIMEOUT, Confidence.LIKELY)
        .says("3 other connections ended after the same silence")
        .advises("Ping every 22 s");
    Verdict.of(silentFor(45), Surroundings.builder().alike(2, 0).build())
        .isNot(Cause.PROXY_IDLE_TIMEOUT);
    Verdict.of(silentFor(0.5), Surroundings.builder().alike(9, 0).build())
        .isNot(Cause.PROXY_IDLE_TIMEOUT);
  }

  @Test
  void anUnknownLimitMayBeThatOfAHopThatTheHeadersShow() {
    Verdict.of(
            silentFor(8).header("X-Real-IP", "203.0.113.7"),
            Surroundings.builder().alike(3, 0).build())
        .is(Cause.PROXY_IDLE_TIMEOUT, Confidence.LIKELY)
        .says("such a limit, perhaps nginx, which the request's headers suggest")
        .advises("Ping every 4 s", "raise the limit: proxy_read_timeout (nginx)");
    // Google's load balancer limits the age, and no setting of it the silence
    Verdict.of(
            silentFor(45).header("Via", "1.1 google"), Surroundings.builder().alike(3, 0).build())
        .says("so something on the path has such a limit")
        .advises("Ping every 22 s or oftener, from either side.");
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
}
