// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.socket;

import io.wsclose.bootstrap.SocketOperation;
import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Verdict;
import io.wsclose.record.EvidenceBuilder;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DeadPathTest {

  @Test
  void keepaliveEndedAConnectionThatHadNothingOutstanding() {
    Verdict.of(timedOut(EvidenceBuilder.opened().sent(1, 1).received(4, 1), 10))
        .is(Cause.NETWORK_RETRANSMIT_TIMEOUT, Confidence.CERTAIN)
        .says("no answer to keepalive probes", "9.0 s after the last frame to it")
        .advises("SO_KEEPALIVE", "tcp_keepalive_time")
        .because("nothing that was sent was still waiting for an acknowledgment");
  }

  @Test
  void aServerThatNeverSentHasNothingToRetransmit() {
    Verdict.of(timedOut(EvidenceBuilder.opened().received(4, 1), 10))
        .says("no answer to keepalive probes");
  }

  /** The echo to the last message may have been acknowledged, or not: frames do not show it. */
  @Test
  void anEchoThatCameLastLeavesBothOpen() {
    Verdict.of(timedOut(EvidenceBuilder.opened().received(4, 1).sent(4, 1), 10))
        .says("no answer to what was sent, or to keepalive probes")
        .advises("tcp_keepalive_time", "tcp_retries2", "TCP_USER_TIMEOUT");
  }

  @Test
  void anUnansweredPingWasOutstanding() {
    Verdict.of(timedOut(EvidenceBuilder.opened().received(4, 1).pinged(10), 25))
        .says("no answer to what was sent, 15.0 s")
        .advises("tcp_retries2 or TCP_USER_TIMEOUT must be set low");
  }

  @Test
  void hoursAfterTheLastFrameItWasKeepalive() {
    Verdict.of(timedOut(EvidenceBuilder.opened().received(4, 1).sent(4, 1), 7879))
        .says("no answer to keepalive probes")
        .advises("SO_KEEPALIVE");
  }

  @Test
  void theFirstLargeFrameSuggestsItsSize() {
    Verdict.of(timedOut(small().sent(20, 0x2, 20_000).pinged(30), 940))
        .is(Cause.NETWORK_RETRANSMIT_TIMEOUT, Confidence.LIKELY)
        .or(Cause.NETWORK_MIDDLEBOX_INTERFERENCE, Cause.PEER_SUSPENDED)
        .advises("drops large packets", "20.0 kB", "MTU")
        .because("the first large frame sent, 20.0 kB, and nothing received after it");
  }

  @Test
  void aLargeFrameThatWasNotTheFirstDoesNot() {
    Verdict.of(timedOut(small().sent(5, 0x2, 20_000).received(6, 1).sent(20, 2, 20_000), 940))
        .is(Cause.NETWORK_RETRANSMIT_TIMEOUT, Confidence.CERTAIN);
  }

  @Test
  void aLargeFrameThatWasAnsweredDoesNot() {
    Verdict.of(timedOut(small().sent(20, 0x2, 20_000).received(21, 1).pinged(22), 940))
        .is(Cause.NETWORK_RETRANSMIT_TIMEOUT, Confidence.CERTAIN);
  }

  private static EvidenceBuilder small() {
    return EvidenceBuilder.opened().received(1, 1).sent(1, 1).received(2, 1).sent(2, 1);
  }

  private static EvidenceBuilder timedOut(EvidenceBuilder evidence, double at) {
    return evidence.failed(at, SocketOperation.READ, new IOException("Connection timed out"));
  }
}
