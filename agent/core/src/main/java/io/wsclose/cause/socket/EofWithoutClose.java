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
 * {@code peer.eof_without_close}: FIN without a Close frame. The kernel sends it when a process
 * ends or closes its socket, so the other side's program is gone, or a proxy closed. RFC 6455
 * section 7.1.5: the close code is then 1006. One fact, so {@code possible}, unless another one
 * excludes a limit and a proxy.
 */
public final class EofWithoutClose implements Rule {
  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    return SocketEnd.of(evidence)
        .filter(SocketEnd::isEof)
        .map(end -> finding(evidence, surroundings, end));
  }

  private static Finding finding(Evidence evidence, Surroundings around, SocketEnd end) {
    boolean proxied = evidence.handshake().isThroughIntermediary();
    Cause[] others = Alternatives.of(evidence, around);
    boolean likely =
        others.length == 0
            && (Alternatives.isFlowingDirectly(evidence)
                || Alternatives.isOneClientMachine(around));
    return Alternatives.addedTo(
        Finding.of(
                Cause.PEER_EOF_WITHOUT_CLOSE,
                likely ? Confidence.LIKELY : Confidence.POSSIBLE,
                end.fact(),
                "The "
                    + Alternatives.peer(evidence)
                    + " ended the connection after "
                    + Units.duration(evidence.ageNanos())
                    + " without a Close frame"
                    + FactText.afterLastFrame(evidence),
                hint(evidence, around, proxied) + Alternatives.sleepHint(evidence, around))
            .because(FactText.withoutClose(end.fact())),
        evidence,
        around,
        others,
        Cause.PEER_RESET);
  }

  private static String hint(Evidence evidence, Surroundings around, boolean proxied) {
    String peer = FactText.peer(evidence);
    if (Alternatives.isOneClientMachine(around)) {
      return Alternatives.CLIENT_MACHINE_HINT;
    }
    if (proxied) {
      return "Look into the intermediary's log at this time: it turns a killed client, its own"
          + " timeout and its own restart into the same FIN.";
    }
    return Silence.mayBeLimit(evidence)
        ? "The "
            + peer
            + "'s program may have been killed or have crashed, or a limit on the path that leaves no header ran"
            + " out, a load balancer's or firewall's: then other such ends have the same"
            + " websocket.idle.received_ms."
        : "The "
            + peer
            + "'s program may have been killed, may have crashed, or closes sockets without a Close"
            + " frame; one such event alone is harmless. If it repeats, look at the "
            + peer
            + "'s own log at this time: if it went on, something on the path that leaves no header"
            + " closed.";
  }
}
