// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.socket;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.FactText;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.SendStall;
import io.wsclose.cause.SocketSigns;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Units;
import io.wsclose.record.Evidence;
import java.util.Optional;

/**
 * {@code peer.reset}: RST. The kernel sends it when a socket is closed with bytes unread, with
 * SO_LINGER 0, or when a packet comes for a socket that is gone; also firewalls send it. It is told
 * once, to whichever call comes first, read or write. One fact, so {@code possible}, unless another
 * one excludes a limit and a proxy.
 */
public final class Reset implements Rule {
  /** A single ping may just be on its way. */
  private static final int UNREAD_PINGS = 2;

  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    return SocketEnd.of(evidence)
        .filter(SocketEnd::isReset)
        .map(end -> finding(evidence, surroundings, end));
  }

  /**
   * A peer that answers no ping, or takes nothing of what waits, does not read: the bytes left
   * unread make its close a reset.
   */
  private static boolean hadStoppedReading(Evidence evidence) {
    return (evidence.unansweredPings() >= UNREAD_PINGS || SendStall.isIn(evidence))
        && !evidence.handshake().isThroughIntermediary();
  }

  private static Finding finding(Evidence evidence, Surroundings around, SocketEnd end) {
    boolean proxied = evidence.handshake().isThroughIntermediary();
    Cause[] others = Alternatives.of(evidence, around);
    boolean likely =
        others.length == 0
            && (Alternatives.isFlowingDirectly(evidence)
                || Alternatives.isOneClientMachine(around)
                || hadStoppedReading(evidence));
    return Alternatives.addedTo(
        Finding.of(
                Cause.PEER_RESET,
                likely ? Confidence.LIKELY : Confidence.POSSIBLE,
                end.fact(),
                "The "
                    + Alternatives.peer(evidence)
                    + " reset the connection after "
                    + Units.duration(evidence.ageNanos())
                    + (SendStall.isIn(evidence)
                        ? "; that was "
                            + Units.duration(SendStall.nanos(evidence))
                            + " after it last took what was sent to it"
                            + FactText.unsent(evidence)
                        : FactText.afterLastFrame(evidence)),
                hint(evidence, around, proxied) + Alternatives.sleepHint(evidence, around))
            .because(
                FactText.of(end.fact()),
                SocketSigns.first(evidence)
                    .filter(first -> !first.equals(end.fact()))
                    .map(FactText::of)
                    .orElse(""),
                "no Close frame received"),
        evidence,
        around,
        others,
        Cause.PEER_EOF_WITHOUT_CLOSE);
  }

  private static String hint(Evidence evidence, Surroundings around, boolean proxied) {
    if (Alternatives.isOneClientMachine(around)) {
      return Alternatives.CLIENT_MACHINE_HINT;
    }
    if (SendStall.isIn(evidence)) {
      return "The "
          + FactText.peer(evidence)
          + " had stopped reading: look for what froze its program or its network, or ended it. To"
          + " bound what waits for one that does not read: "
          + evidence.library().profile().sendLimitSetting()
          + ".";
    }
    return proxied
        ? "Look into the intermediary's log at this time: a killed client, its own timeout and"
            + " its own restart may all come as a reset; HAProxy sends one at its timeout."
        : "The "
            + FactText.peer(evidence)
            + "'s program may have been killed, or closed its socket before it had read what was"
            + " sent: look at its log. Firewalls, load balancers and proxies reset, too: if its log"
            + " shows that it went on, look for one of them.";
  }
}
