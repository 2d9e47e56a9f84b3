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
 * {@code peer.reset}: RST. The kernel sends it when a socket is closed with bytes unread, with
 * SO_LINGER 0, or when a packet comes for a socket that is gone; also firewalls send it. It is told
 * once, to whichever call comes first, read or write.
 */
public final class Reset implements Rule {
  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    return SocketEnd.of(evidence).filter(SocketEnd::isReset).map(end -> finding(evidence, end));
  }

  private static Finding finding(Evidence evidence, SocketEnd end) {
    boolean proxied = evidence.handshake().isThroughIntermediary();
    Cause[] others = Bystanders.of(evidence);
    return Finding.of(
            Cause.PEER_RESET,
            others.length == 0 ? Confidence.LIKELY : Confidence.POSSIBLE,
            end.fact(),
            "The "
                + Bystanders.peer(evidence)
                + " reset the connection after "
                + Figures.duration(evidence.ageNanos())
                + ", "
                + Figures.duration(evidence.idleReceivedNanos())
                + " after its last frame",
            proxied
                ? "Look into the intermediary's log at this time: a killed client, its own timeout and"
                    + " its own restart may all come as a reset; HAProxy sends one at its timeout."
                : "The "
                    + Wording.peer(evidence)
                    + "'s program was killed, or closed its socket before it had read what was sent: look at"
                    + " its log. Firewalls, load balancers and proxies reset too.")
        .because(
            Wording.of(end.fact()),
            evidence
                .firstSocketEvent()
                .filter(first -> !first.equals(end.fact()))
                .map(Wording::of)
                .orElse(""),
            "no Close frame received",
            Wording.noInboundFrame(evidence),
            Wording.noOutboundFrame(evidence),
            proxied ? "" : "no header of an intermediary in the request")
        .or(others);
  }
}
