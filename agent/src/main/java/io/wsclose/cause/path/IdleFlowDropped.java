package io.wsclose.cause.path;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Figures;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Wording;
import io.wsclose.cause.socket.SocketEnd;
import io.wsclose.intermediary.Intermediaries;
import io.wsclose.intermediary.Intermediary;
import io.wsclose.record.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * {@code network.idle_flow_dropped}. NAT gateways, firewalls and L4 load balancers forget a silent
 * flow and tell nobody; the next packet is answered with RST, or not at all. So the first write
 * after a long silence dies, and nothing happened at the limit itself.
 */
public final class IdleFlowDropped implements Rule {
  /** The shortest limit in use: Azure's load balancer, 4 min. */
  private static final long SILENCE_NANOS = 240_000_000_000L;

  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    Optional<SocketEnd> end =
        SocketEnd.of(evidence).filter(last -> last.isReset() || last.isPathDead());
    if (!end.isPresent()) {
      return Optional.empty();
    }
    OptionalLong silence = BrokenSilence.before(evidence);
    return silence.isPresent() && silence.getAsLong() >= SILENCE_NANOS
        ? Optional.of(finding(end.get(), silence.getAsLong()))
        : Optional.empty();
  }

  private static Finding finding(SocketEnd end, long silenceNanos) {
    List<Intermediary> forgetful =
        Intermediaries.known().forgettingAfterIdle(Figures.seconds(silenceNanos));
    String silence = Figures.duration(silenceNanos);
    String limits =
        forgetful.stream()
            .map(row -> row.name() + " after " + Figures.limit(row.idleSeconds()))
            .collect(Collectors.joining(", "));
    return Finding.of(
            Cause.NETWORK_IDLE_FLOW_DROPPED,
            Confidence.LIKELY,
            end.fact(),
            "The first write after "
                + silence
                + " of silence was answered with "
                + (end.isReset() ? "a reset" : "an error")
                + ": something on the path had forgotten the connection",
            "Ping every 2 min, or switch on TCP keepalive with a shorter time than that; by default "
                + limits
                + " forget a silent connection.")
        .because(
            "no frame in either direction for " + silence + " before our write",
            Wording.of(end.fact()))
        .or(end.isReset() ? Cause.PEER_RESET : Cause.NETWORK_RETRANSMIT_TIMEOUT);
  }
}
