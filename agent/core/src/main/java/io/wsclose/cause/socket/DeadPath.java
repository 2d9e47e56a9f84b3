// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.socket;

import io.wsclose.record.Evidence;
import io.wsclose.record.FrameSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which of the kernel's timers said ETIMEDOUT. Linux sends no keepalive probe while data is
 * outstanding (tcp_keepalive_timer), and has nothing to retransmit while none is. Frames show which
 * it was only in part: what was received after a frame was sent has acknowledged that frame.
 */
final class DeadPath {
  /** One round trip, generously: what was sent before an inbound frame may have crossed it. */
  private static final long CROSSING_NANOS = 1_000_000_000L;

  /** TCP_KEEPIDLE and TCP_KEEPINTVL are 1 s at least: no probe can fail sooner. */
  private static final long SHORTEST_KEEPALIVE_NANOS = 2_000_000_000L;

  /** More than tcp_retries2 = 15 takes at any round trip time (ip-sysctl: up to about 30 min). */
  private static final long LONGEST_RETRANSMISSION_NANOS = 3_600_000_000_000L;

  /** IPv6's least MTU, 1280, without the headers of IP and TCP. */
  private static final long LARGE = 1_220;

  private final Evidence evidence;
  private final Optional<FrameSnapshot> lastReceived;
  private final Optional<FrameSnapshot> lastSent;
  private final List<FrameSnapshot> sent;

  DeadPath(Evidence evidence) {
    this.evidence = evidence;
    this.sent =
        evidence.framesBefore().stream()
            .filter(frame -> !frame.received())
            .collect(Collectors.toList());
    this.lastSent = sent.stream().reduce((earlier, later) -> later);
    this.lastReceived =
        evidence.framesBefore().stream()
            .filter(FrameSnapshot::received)
            .reduce((earlier, later) -> later);
  }

  /** Nothing sent can have been outstanding: the probes of SO_KEEPALIVE were not answered. */
  boolean isKeepalive() {
    return evidence.unansweredPings() == 0
        && (!lastSent.isPresent()
            || evidence.idleSentNanos() >= LONGEST_RETRANSMISSION_NANOS
            || lastReceived
                .filter(frame -> frame.nanos() - lastSent.get().nanos() >= CROSSING_NANOS)
                .isPresent());
  }

  /** Something surely was outstanding. */
  boolean isRetransmission() {
    return evidence.unansweredPings() > 0
        || lastSent.isPresent() && evidence.idleSentNanos() < SHORTEST_KEEPALIVE_NANOS;
  }

  /**
   * The first large frame of this connection, where nothing was received after it: a path that
   * drops large packets, and the ICMP messages that would say so, looks like that (RFC 2923).
   */
  Optional<FrameSnapshot> firstLargeFrame() {
    Optional<FrameSnapshot> large = sent.stream().filter(DeadPath::isLarge).findFirst();
    return large
        .filter(frame -> sent.size() == evidence.traffic().framesSent())
        .filter(
            frame -> !lastReceived.isPresent() || frame.nanos() - lastReceived.get().nanos() >= 0);
  }

  private static boolean isLarge(FrameSnapshot frame) {
    return frame.isData() && frame.length() > LARGE;
  }
}
