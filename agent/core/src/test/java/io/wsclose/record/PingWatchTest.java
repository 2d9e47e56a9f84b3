// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.bootstrap.PingPayload;
import org.junit.jupiter.api.Test;

class PingWatchTest {
  private static final long ONE = 111;
  private static final long TWO = 222;

  private final PingWatch pings = new PingWatch();

  @Test
  void anUnsolicitedPongAnswersNothing() {
    pings.pingSent(10, ONE);
    pings.pongReceived(20, TWO);
    assertThat(pings.unanswered()).isEqualTo(1);
    assertThat(pings.roundTripNanos()).isEqualTo(-1);
  }

  @Test
  void aPongIsTimedAgainstThePingThatItAnswers() {
    pings.pingSent(10, ONE);
    pings.pingSent(20, TWO);
    pings.pongReceived(25, ONE);
    assertThat(pings.roundTripNanos()).isEqualTo(15);
    assertThat(pings.unanswered()).isEqualTo(1);
    pings.pongReceived(27, TWO);
    assertThat(pings.roundTripNanos()).isEqualTo(7);
    assertThat(pings.unanswered()).isZero();
  }

  /** RFC 6455 section 5.5.3: an endpoint may answer only the ping that it read last. */
  @Test
  void aPongAnswersThePingsBeforeIt() {
    pings.pingSent(10, ONE);
    pings.pingSent(20, TWO);
    pings.pongReceived(25, TWO);
    assertThat(pings.unanswered()).isZero();
    assertThat(pings.roundTripNanos()).isEqualTo(5);
  }

  @Test
  void ofPingsThatAreAlikeNoneIsTimed() {
    pings.pingSent(10, ONE);
    pings.pingSent(20, ONE);
    pings.pongReceived(25, ONE);
    assertThat(pings.unanswered()).isZero();
    assertThat(pings.roundTripNanos()).isEqualTo(-1);
  }

  @Test
  void whereAStackDoesNotSeePayloadsAnyPongAnswers() {
    pings.pingSent(10, PingPayload.UNKNOWN);
    pings.pongReceived(25, PingPayload.UNKNOWN);
    assertThat(pings.unanswered()).isZero();
    assertThat(pings.roundTripNanos()).isEqualTo(15);
  }

  @Test
  void allAreCountedAndAFewKept() {
    for (int i = 1; i <= 100; i++) {
      pings.pingSent(i, 1000 + i);
    }
    assertThat(pings.unanswered()).isEqualTo(100);
    pings.pongReceived(200, 1001);
    assertThat(pings.unanswered()).as("too old to be known").isEqualTo(100);
    pings.pongReceived(200, 1099);
    assertThat(pings.unanswered()).isEqualTo(1);
    assertThat(pings.lastPing()).isEqualTo(100);
  }
}
