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
    boolean early =
        end.isTimedOut()
            && Math.min(evidence.idleReceivedNanos(), evidence.idleSentNanos()) < DEFAULT_NANOS;
    return Finding.of(
            Cause.NETWORK_RETRANSMIT_TIMEOUT,
            sleepy ? Confidence.LIKELY : Confidence.CERTAIN,
            end.fact(),
            "The path to the "
                + Wording.peer(evidence)
                + " was dead: the kernel got no answer to its packets and gave up, "
                + Figures.duration(evidence.idleReceivedNanos())
                + " after the last frame had come",
            "Host, cable, Wi-Fi or route of the peer is gone, or a firewall drops the packets without a"
                + " word: try to reach it from here. "
                + (early
                    ? "So early, tcp_retries2 or TCP_USER_TIMEOUT is set low here; with the latter, a peer"
                        + " that only stopped reading ends alike."
                    : "To notice in seconds instead of minutes, ping and close on a missing pong, or set"
                        + " TCP_USER_TIMEOUT."))
        .because(Wording.of(end.fact()), Wording.noInboundFrame(evidence))
        .or(Cause.PEER_SUSPENDED);
  }
}
