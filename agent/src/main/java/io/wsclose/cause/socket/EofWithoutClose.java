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
 * {@code peer.eof_without_close}: FIN without a Close frame. The kernel sends it when a process
 * ends or closes its socket, so the other side's program is gone, or a proxy closed. RFC 6455
 * section 7.1.5: the close code is then 1006.
 */
public final class EofWithoutClose implements Rule {
  private static final long SILENCE_NANOS = 2_000_000_000L;

  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    return SocketEnd.of(evidence).filter(SocketEnd::isEof).map(end -> finding(evidence, end));
  }

  /** Nobody spoke for longer than between two frames of a lively connection. */
  private static boolean isSilent(Evidence evidence) {
    return evidence.silenceNanos() >= SILENCE_NANOS;
  }

  private static Finding finding(Evidence evidence, SocketEnd end) {
    boolean proxied = evidence.handshake().isThroughIntermediary();
    Cause[] others = Bystanders.of(evidence);
    String peer = Wording.peer(evidence);
    return Finding.of(
            Cause.PEER_EOF_WITHOUT_CLOSE,
            others.length == 0 ? Confidence.LIKELY : Confidence.POSSIBLE,
            end.fact(),
            "The "
                + Bystanders.peer(evidence)
                + " ended the connection after "
                + Figures.duration(evidence.ageNanos())
                + " without a Close frame, "
                + Figures.duration(evidence.idleReceivedNanos())
                + " after its last frame",
            proxied
                ? "Look into the intermediary's log at this time: it turns a killed client, its own"
                    + " timeout and its own restart into the same FIN."
                : isSilent(evidence)
                    ? "Either the "
                        + peer
                        + "'s program was killed or crashed, or a limit on the path that leaves no"
                        + " header ran out, a load balancer's or firewall's: then other such ends have"
                        + " the same websocket.idle.received_ms."
                    : "The "
                        + peer
                        + "'s program was killed, crashed, or closes sockets without a Close frame: look"
                        + " at its log.")
        .because(
            Wording.withoutClose(end.fact()),
            Wording.noInboundFrame(evidence),
            Wording.noOutboundFrame(evidence),
            proxied ? "" : "no header of an intermediary in the request")
        .or(others);
  }
}
