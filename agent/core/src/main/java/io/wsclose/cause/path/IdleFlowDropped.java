// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.path;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.FactText;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Units;
import io.wsclose.cause.socket.Alternatives;
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
  /** The shortest limit in use by default: Azure's load balancer, 4 min. */
  private static final long SILENCE_NANOS = 240_000_000_000L;

  /**
   * Firewalls may be set so short. A program that is killed is noticed when it dies, and not when
   * this JVM writes.
   */
  private static final long SHORT_SILENCE_NANOS = 10_000_000_000L;

  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    Optional<SocketEnd> end =
        SocketEnd.of(evidence).filter(last -> last.isReset() || last.isPathDead());
    OptionalLong silence = BrokenSilence.before(evidence);
    if (!end.isPresent() || !silence.isPresent()) {
      return Optional.empty();
    }
    long nanos = silence.getAsLong();
    boolean fits = nanos >= (end.get().isReset() ? SHORT_SILENCE_NANOS : SILENCE_NANOS);
    return fits ? Optional.of(finding(evidence, end.get(), nanos)) : Optional.empty();
  }

  private static Finding finding(Evidence evidence, SocketEnd end, long silenceNanos) {
    List<Intermediary> forgetful =
        Intermediaries.known().forgettingAfterIdle(Units.seconds(silenceNanos));
    String silence = Units.duration(silenceNanos);
    String drew = end.isReset() ? "a reset" : "an error";
    boolean likely = !forgetful.isEmpty() || silenceNanos >= SILENCE_NANOS;
    Finding finding =
        Finding.of(
                Cause.NETWORK_IDLE_FLOW_DROPPED,
                likely ? Confidence.LIKELY : Confidence.POSSIBLE,
                end.fact(),
                "The first write after "
                    + silence
                    + " of silence"
                    + (BrokenSilence.isSinceOpening(evidence) ? ", since the opening," : "")
                    + " was answered with "
                    + drew
                    + ": something on the path "
                    + (likely ? "had" : "may have")
                    + " forgotten the connection",
                hint(forgetful, silenceNanos))
            .because(
                "no frame in either direction for " + silence + " before our write",
                FactText.of(end.fact()),
                likely
                    ? ""
                    : "a program that is killed is noticed when it dies, and not when this JVM writes")
            .or(end.isReset() ? Cause.PEER_RESET : Cause.NETWORK_RETRANSMIT_TIMEOUT);
    return Alternatives.isSleepy(evidence) ? finding.or(Cause.PEER_SUSPENDED) : finding;
  }

  private static String hint(List<Intermediary> forgetful, long silenceNanos) {
    double seconds = Math.min(120, Math.max(1, Math.floor(Units.seconds(silenceNanos) / 2)));
    String limits =
        forgetful.stream()
            .map(row -> row.name() + " after " + Units.limit(row.idleSeconds()))
            .collect(Collectors.joining(", "));
    return "Send a ping at least every "
        + Units.limit(seconds)
        + ", from either side, or switch on TCP keepalive with a shorter time than that; "
        + (limits.isEmpty()
            ? "look for a firewall or NAT that forgets silent connections so early. If nothing like it is"
                + " there, the client's host was restarted meanwhile."
            : "by default " + limits + " forget a silent connection.");
  }
}
