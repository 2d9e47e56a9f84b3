// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.path;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.SameTime;
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
  void aHopThatAlwaysLeavesItsHeaderIsNotThereWithoutIt() {
    Verdict.of(busyUntil(30).eof(30.2)).isNot(Cause.PROXY_MAX_AGE);
    Verdict.of(EvidenceBuilder.opened().received(0.03, 1).sent(0.03, 1).reset(30.03))
        .is(Cause.PROXY_IDLE_TIMEOUT, Confidence.POSSIBLE)
        .says("haproxy");
  }

  @Test
  void othersOfTheSameAgeBehindAHop() {
    Verdict.of(busyUntil(99).header("X-Forwarded-For", "1").eof(99.5), at(4, 3))
        .is(Cause.PROXY_MAX_AGE, Confidence.LIKELY)
        .says("4 other connections ended at the same age, so something on the path");
    Verdict.of(busyUntil(99).eof(99.5)).isNot(Cause.PROXY_MAX_AGE);
  }

  @Test
  void withoutAHopOrOfOneClientItMayBeTheClientsProgram() {
    Verdict.of(busyUntil(99).eof(99.5), at(4, 3))
        .is(Cause.PROXY_MAX_AGE, Confidence.POSSIBLE)
        .says("a limit on the path or in the client's program");
    Verdict.of(busyUntil(99).header("X-Forwarded-For", "1").eof(99.5), at(4, 1))
        .is(Cause.PROXY_MAX_AGE, Confidence.POSSIBLE)
        .advises("All these connections came from one client");
  }

  @Test
  void anAgeThatOthersOutlivedIsNoLimit() {
    Verdict.of(
            busyUntil(30).header("Via", "1.1 google").eof(30.2),
            Surroundings.builder().survived(0, 3_600_000_000_000L).build())
        .is(Cause.PROXY_MAX_AGE, Confidence.POSSIBLE);
  }

  @Test
  void anEndThatAWriteOfOursDrewIsNoAge() {
    Verdict.of(
            EvidenceBuilder.opened()
                .header("X-Forwarded-For", "1")
                .received(60, 1)
                .pinged(99.45)
                .reset(99.5),
            at(4, 3))
        .isNot(Cause.PROXY_MAX_AGE);
  }

  @Test
  void idleBeatsAge() {
    SameTime timer = new SameTime(4, 0, 3, 5);
    Verdict.of(
            EvidenceBuilder.opened().header("X-Forwarded-For", "1").received(0.1, 1).eof(42.1),
            Surroundings.builder().alike(timer, timer).build())
        .is(Cause.PROXY_IDLE_TIMEOUT, Confidence.LIKELY);
  }

  private static Surroundings at(int others, int clients) {
    return Surroundings.builder().alike(SameTime.NONE, new SameTime(others, 0, clients, 4)).build();
  }

  private static EvidenceBuilder busyUntil(int seconds) {
    EvidenceBuilder evidence = EvidenceBuilder.opened();
    for (int at = 1; at < seconds; at++) {
      evidence.received(at, 1).sent(at + 0.1, 1);
    }
    return evidence;
  }
}
