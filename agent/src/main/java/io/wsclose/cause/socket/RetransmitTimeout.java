package io.wsclose.cause.socket;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Figures;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Wording;
import io.wsclose.record.Evidence;
import java.util.Optional;

/**
 * {@code network.retransmit_timeout}: ETIMEDOUT, the kernel's own retransmissions (Linux
 * tcp_retries2, about 15 min) or keepalive probes went unanswered; or EHOSTUNREACH and ENETUNREACH,
 * when ICMP said so meanwhile.
 */
public final class RetransmitTimeout implements Rule {
  /**
   * tcp_retries2 = 15 takes at least 924.6 s on Linux (ip-sysctl); half of it for other kernels.
   */
  private static final long DEFAULT_NANOS = 460_000_000_000L;

  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    return SocketEnd.of(evidence).filter(SocketEnd::isPathDead).map(end -> finding(evidence, end));
  }

  private static Finding finding(Evidence evidence, SocketEnd end) {
    boolean sleepy = Bystanders.isSleepy(evidence);
    String peer = Wording.peer(evidence);
    boolean early = end.isTimedOut() && evidence.silenceNanos() < DEFAULT_NANOS;
    return Finding.of(
            Cause.NETWORK_RETRANSMIT_TIMEOUT,
            sleepy ? Confidence.LIKELY : Confidence.CERTAIN,
            end.fact(),
            (end.isTimedOut()
                    ? "The kernel gave up on the path to the "
                        + peer
                        + ": no answer to what was sent"
                    : "The network said that the " + peer + " cannot be reached")
                + ", "
                + Figures.duration(evidence.idleSentNanos())
                + " after the last frame to it and "
                + Figures.duration(evidence.idleReceivedNanos())
                + " after the last one from it",
            "The "
                + peer
                + "'s host, its Wi-Fi, cable or route is gone, or a firewall drops the packets"
                + " without a word: try to reach it from here. "
                + (early
                    ? "To give up so early, tcp_retries2 or TCP_USER_TIMEOUT must be set low here; if it is"
                        + " the latter, the "
                        + peer
                        + " may also be alive and have stopped reading."
                    : "To notice in seconds instead of minutes, ping and close on a missing pong, or set"
                        + " TCP_USER_TIMEOUT."))
        .because(
            Wording.of(evidence.failureBehind(end.fact()).orElse(end.fact())),
            Wording.noInboundFrame(evidence),
            Wording.noOutboundFrame(evidence))
        .or(Cause.PEER_SUSPENDED);
  }
}
