package io.wsclose.cause.path;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Wording;
import io.wsclose.cause.socket.SocketEnd;
import io.wsclose.record.Evidence;
import java.util.Optional;

/**
 * {@code network.cut}: at least 5 and 20 % of all connections, of different peers, failed by
 * timeout or reset within 2 s. Nothing that they share but the network could do that.
 */
public final class NetworkCut implements Rule {
  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    int together = surroundings.failedTogether() + 1;
    if (surroundings.jvmStopping()
        || surroundings.peersFailedTogether() < 2
        || !Crowd.isOfOneKind(together, surroundings.otherwiseTogether())
        || !Crowd.isMany(together, surroundings.openBefore())) {
      return Optional.empty();
    }
    return SocketEnd.of(evidence)
        .filter(end -> end.isReset() || end.isPathDead())
        .map(end -> finding(surroundings, end, together));
  }

  private static Finding finding(Surroundings surroundings, SocketEnd end, int together) {
    String share = Crowd.share(together, surroundings.openBefore());
    return Finding.of(
            Cause.NETWORK_CUT,
            Confidence.LIKELY,
            end.fact(),
            share
                + " with "
                + surroundings.peersFailedTogether()
                + " different addresses failed within 2 s: the network between was cut",
            "Look for a change or failure of a switch, node, firewall or security group at this time.")
        .because(
            share + " failed within 2 s",
            surroundings.peersFailedTogether() + " different addresses",
            Wording.of(end.fact()))
        .or(end.isReset() ? Cause.PEER_RESET : Cause.NETWORK_RETRANSMIT_TIMEOUT);
  }
}
