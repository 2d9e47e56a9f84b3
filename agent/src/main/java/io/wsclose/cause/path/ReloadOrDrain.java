package io.wsclose.cause.path;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.socket.SocketEnd;
import io.wsclose.record.Evidence;
import java.util.Optional;

/**
 * {@code proxy.reload_or_drain}. An intermediary that reloads or is drained closes its connections
 * together: at least 5 and 20 % of those of one address within 2 s, while this JVM is not stopping.
 * Connections that were silent together reach an idle limit together too, so a limit that more than
 * timing speaks for goes first.
 */
public final class ReloadOrDrain implements Rule {
  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    int together = surroundings.closedTogetherOfPeer() + 1;
    boolean corroboratedLimit =
        IdleLimit.of(evidence, surroundings).filter(IdleLimit::isCorroborated).isPresent();
    if (surroundings.jvmStopping()
        || corroboratedLimit
        || !Crowd.isOfOneKind(together, surroundings.otherwiseTogetherOfPeer())
        || !Crowd.isMany(together, surroundings.openBeforeOfPeer())) {
      return Optional.empty();
    }
    return SocketEnd.of(evidence)
        .filter(end -> end.isEof() || end.isReset())
        .map(end -> finding(evidence, surroundings, end, together));
  }

  private static Finding finding(
      Evidence evidence, Surroundings surroundings, SocketEnd end, int together) {
    boolean proxied = evidence.handshake().isThroughIntermediary();
    String peer = evidence.handshake().peerAddress();
    String address = peer.isEmpty() ? "one address" : peer;
    String share = Crowd.share(together, surroundings.openBeforeOfPeer());
    return Finding.of(
            Cause.PROXY_RELOAD_OR_DRAIN,
            proxied ? Confidence.LIKELY : Confidence.POSSIBLE,
            end.fact(),
            share
                + " from "
                + address
                + " ended within 2 s without a Close frame, as when an intermediary there is"
                + " reloaded, restarted or drained",
            "Compare with deployments and configuration reloads of the proxy or ingress at this time;"
                + " a longer drain (nginx: worker_shutdown_timeout) and clients that wait a random"
                + " time before they connect again soften it.")
        .because(
            share + " from " + address + " ended within 2 s",
            end.line(),
            "this JVM was not stopping")
        .or(
            end.isEof() ? Cause.PEER_EOF_WITHOUT_CLOSE : Cause.PEER_RESET,
            Cause.PROXY_IDLE_TIMEOUT);
  }
}
