// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.socket;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.FactText;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Units;
import io.wsclose.record.Evidence;
import java.util.Optional;

/**
 * {@code peer.eof_without_close}, or a reset that nobody saw. EPIPE means that the socket had ended
 * before this write: the peer's FIN was not read, and an earlier write drew the RST. When the peer
 * left is not known.
 */
public final class BrokenPipe implements Rule {
  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    return SocketEnd.of(evidence)
        .filter(SocketEnd::isBrokenPipe)
        .map(end -> finding(evidence, surroundings, end));
  }

  private static Finding finding(Evidence evidence, Surroundings around, SocketEnd end) {
    boolean proxied = evidence.handshake().isThroughIntermediary();
    return Finding.of(
            Cause.PEER_EOF_WITHOUT_CLOSE,
            Confidence.POSSIBLE,
            end.fact(),
            "The "
                + Alternatives.peer(evidence)
                + " had already gone without a Close frame when this JVM wrote; "
                + (evidence.hadReceived()
                    ? "its last frame came "
                        + Units.duration(evidence.idleReceivedNanos())
                        + " before"
                    : "it had not sent a single frame"),
            "When it left was not seen because nothing was read meanwhile; ping it to notice sooner,"
                + (proxied ? " and look at the intermediary's log." : " and look at its log."))
        .because(
            FactText.of(end.fact()), "no Close frame received", FactText.noInboundFrame(evidence))
        .or(Cause.PEER_RESET)
        .or(Alternatives.of(evidence, around))
        .or(Alternatives.slowConsumer(evidence));
  }
}
