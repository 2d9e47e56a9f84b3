// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.socket;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.FactText;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.SocketSigns;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Units;
import io.wsclose.record.Evidence;
import io.wsclose.record.FrameSnapshot;
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

  private static final String SOONER =
      "To notice in seconds instead of minutes, ping and close on a missing pong, or set"
          + " TCP_USER_TIMEOUT.";

  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    return SocketEnd.of(evidence)
        .filter(SocketEnd::isPathDead)
        .map(end -> finding(evidence, surroundings, end));
  }

  private static Finding finding(Evidence evidence, Surroundings around, SocketEnd end) {
    boolean sleepy = Alternatives.isSleepy(evidence);
    boolean cameBack = around.cameBack().isPresent();
    DeadPath path = new DeadPath(evidence);
    Optional<FrameSnapshot> large = end.isTimedOut() ? path.firstLargeFrame() : Optional.empty();
    Finding finding =
        Finding.of(
                Cause.NETWORK_RETRANSMIT_TIMEOUT,
                sleepy || cameBack || large.isPresent() ? Confidence.LIKELY : Confidence.CERTAIN,
                end.fact(),
                summary(evidence, end, path),
                large.isPresent() ? mtuHint(evidence, large.get()) : hint(evidence, end, path))
            .because(
                FactText.of(SocketSigns.failureBehind(end.fact(), evidence).orElse(end.fact())),
                FactText.noInboundFrame(evidence),
                FactText.noOutboundFrame(evidence),
                scope(evidence, end),
                large.map(RetransmitTimeout::line).orElse(""),
                end.isTimedOut() && path.isKeepalive()
                    ? "nothing that was sent was still waiting for an acknowledgment"
                    : "");
    Finding ranked = cameBack ? finding.or(Cause.PEER_NETWORK_CHANGE) : finding;
    return large.isPresent()
        ? ranked.or(Cause.NETWORK_MIDDLEBOX_INTERFERENCE).or(Cause.PEER_SUSPENDED)
        : ranked.or(Cause.PEER_SUSPENDED);
  }

  private static String summary(Evidence evidence, SocketEnd end, DeadPath path) {
    String peer = FactText.peer(evidence);
    String what =
        !end.isTimedOut()
            ? "The network said that the " + peer + " cannot be reached"
            : "The kernel gave up on the path to the "
                + peer
                + (path.isKeepalive()
                    ? ": no answer to keepalive probes"
                    : path.isRetransmission()
                        ? ": no answer to what was sent"
                        : ": no answer to what was sent, or to keepalive probes");
    return what
        + ", "
        + (evidence.hadSent()
            ? Units.duration(evidence.idleSentNanos()) + " after the last frame to it"
            : "after no frame to it at all")
        + " and "
        + (evidence.hadReceived()
            ? Units.duration(evidence.idleReceivedNanos()) + " after the last one from it"
            : "none from it since the opening " + Units.duration(evidence.ageNanos()) + " before");
  }

  /** What is certain is what the kernel said, not which part of the path failed. */
  private static String scope(Evidence evidence, SocketEnd end) {
    return end.isTimedOut()
        ? "what is certain is that the kernel gave up (ETIMEDOUT); which part of the path failed, or whether the "
            + FactText.peer(evidence)
            + "'s host did, it does not say"
        : "what is certain is that the network reported it; which part of it failed, it does not say";
  }

  private static String hint(Evidence evidence, SocketEnd end, DeadPath path) {
    String peer = FactText.peer(evidence);
    return "The "
        + peer
        + "'s host, its Wi-Fi, cable or route is gone, or a firewall drops the packets"
        + " without a word: try to reach it from here. "
        + (end.isTimedOut() ? setting(evidence, path) : SOONER);
  }

  /** Which setting decided when the kernel gave up. */
  private static String setting(Evidence evidence, DeadPath path) {
    boolean early = evidence.silenceNanos() < DEFAULT_NANOS;
    if (path.isKeepalive()) {
      return "SO_KEEPALIVE noticed it: tcp_keepalive_time, tcp_keepalive_intvl and"
          + " tcp_keepalive_probes, or the socket's own TCP_KEEPIDLE, TCP_KEEPINTVL and"
          + " TCP_KEEPCNT, say how soon.";
    }
    if (!early) {
      return SOONER;
    }
    String alive =
        " if it is TCP_USER_TIMEOUT, the "
            + FactText.peer(evidence)
            + " may also be alive and have stopped reading.";
    return path.isRetransmission()
        ? "To give up so early, tcp_retries2 or TCP_USER_TIMEOUT must be set low here;" + alive
        : "To give up so early, keepalive (tcp_keepalive_time or TCP_KEEPIDLE), tcp_retries2 or"
            + " TCP_USER_TIMEOUT must be set low here;"
            + alive;
  }

  private static String mtuHint(Evidence evidence, FrameSnapshot large) {
    return "Suspect a path that drops large packets: this was the first large frame ("
        + Units.bytes(large.length())
        + ") to the "
        + FactText.peer(evidence)
        + ", and small packets may still pass, so a ping or a login from here proves nothing. Compare"
        + " the MTU along the path (VPN, tunnel, container network), let ICMP 'fragmentation needed'"
        + " pass, or clamp the MSS.";
  }

  private static String line(FrameSnapshot large) {
    return "the first large frame sent, "
        + Units.bytes(large.length())
        + ", and nothing received after it";
  }
}
