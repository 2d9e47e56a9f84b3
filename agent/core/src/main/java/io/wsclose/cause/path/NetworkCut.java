// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.path;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.FactText;
import io.wsclose.cause.Finding;
import io.wsclose.cause.MassClose;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Units;
import io.wsclose.cause.socket.SocketEnd;
import io.wsclose.record.Evidence;
import java.util.Optional;

/**
 * {@code network.cut}: at least 5 and 20 % of all connections, of different peers, failed within
 * one window of 2 s. By timeouts, nothing that they share but the network could do that. Resets
 * alone are weaker: clients that are killed together send them, and a path that is cut delivers
 * none.
 */
public final class NetworkCut implements Rule {
  private static final int LEAST = 5;

  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    MassClose failures = surroundings.failures();
    if (surroundings.jvmStopping() || failures.clients() < 2 || !failures.isSignificant()) {
      return Optional.empty();
    }
    return SocketEnd.of(evidence)
        .filter(end -> end.isReset() || end.isPathDead())
        .map(end -> finding(failures, end, surroundings.deadPaths()));
  }

  private static Finding finding(MassClose failures, SocketEnd end, int deadPaths) {
    boolean likely = end.isPathDead() && deadPaths >= LEAST && 2 * deadPaths >= failures.ended();
    String failed =
        failures.share()
            + " with "
            + failures.clients()
            + " different addresses failed within "
            + failures.spread();
    return Finding.of(
            Cause.NETWORK_CUT,
            likely ? Confidence.LIKELY : Confidence.POSSIBLE,
            end.fact(),
            failed
                + (likely
                    ? ": the network between was cut"
                    : ": the network between was cut, or their programs were stopped together"),
            likely
                ? "Look for a change or failure of a switch, node, firewall or security group at this time."
                : "Compare with a deployment or restart of the clients at this time first: programs that"
                    + " are killed send resets, a path that is cut delivers none. Then look for a firewall"
                    + " that resets connections.")
        .because(
            failures.share() + " failed within " + failures.spread(),
            failures.clients() + " different addresses",
            deadPaths == 0
                ? "all of them by a reset"
                : Units.count(deadPaths, "connection") + " of them by a timeout or as unreachable",
            FactText.of(end.fact()))
        .or(end.isReset() ? Cause.PEER_RESET : Cause.NETWORK_RETRANSMIT_TIMEOUT);
  }
}
