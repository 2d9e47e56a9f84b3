package io.wsclose.cause.path;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Verdict;
import io.wsclose.record.EvidenceBuilder;
import org.junit.jupiter.api.Test;

class ProxyMaxAgeTest {

  @Test
  void googlesLoadBalancerEndsABusyConnectionAtItsBackendTimeout() {
    Verdict.of(busyUntil(30).header("Via", "1.1 google").eof(30.2))
        .is(Cause.PROXY_MAX_AGE, Confidence.LIKELY)
        .says("age of 30.2 s", "30 s is the default age limit of google-lb")
        .advises("timeoutSec of the backend service (google-lb)");
  }

  @Test
  void aBareMatchIsPossible() {
    Verdict.of(busyUntil(30).eof(30.2))
        .is(Cause.PROXY_MAX_AGE, Confidence.POSSIBLE)
        .or(Cause.PEER_EOF_WITHOUT_CLOSE);
  }

  @Test
  void siblingsOfTheSameAge() {
    Verdict.of(busyUntil(99).eof(99.5), Surroundings.builder().alike(0, 4).build())
        .is(Cause.PROXY_MAX_AGE, Confidence.LIKELY)
        .says("others ended at the same age");
    Verdict.of(busyUntil(99).eof(99.5)).isNot(Cause.PROXY_MAX_AGE);
  }

  private static EvidenceBuilder busyUntil(int seconds) {
    EvidenceBuilder evidence = EvidenceBuilder.opened();
    for (int at = 1; at < seconds; at++) {
      evidence.received(at, 1).sent(at + 0.1, 1);
    }
    return evidence;
  }
}
