// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.path;

import io.wsclose.cause.Confidence;
import io.wsclose.cause.RoundTime;
import io.wsclose.cause.SameTime;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Units;
import io.wsclose.cause.socket.SocketEnd;
import io.wsclose.intermediary.Intermediaries;
import io.wsclose.intermediary.Intermediary;
import io.wsclose.record.Evidence;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A silence before the end that a limit on the path explains: a usual one in the table of known
 * intermediaries, or one that other ends show.
 */
final class IdleLimit {
  private final SocketEnd end;
  private final double seconds;
  private final double limit;
  private final CandidateProxies proxies;
  private final boolean observed;
  private final Confidence confidence;

  private IdleLimit(
      SocketEnd end, Evidence evidence, Surroundings around, CandidateProxies proxies) {
    this.end = end;
    this.seconds = Units.seconds(evidence.silenceNanos());
    this.proxies = proxies;
    this.observed = isObserved(evidence, around);
    Optional<Intermediary> first = proxies.first();
    this.limit =
        first
            .map(row -> row.idleLimitFor(seconds, Units.seconds(evidence.idleSentNanos())))
            .orElseGet(() -> RoundTime.near(seconds))
            .orElse(Math.round(seconds));
    double latest = limit + first.map(Intermediary::slackSeconds).orElse(1.0);
    boolean survived = Units.seconds(around.longestSilenceNanos()) > 1.01 * latest + 1;
    this.confidence =
        isCorroborated(evidence, around) && !survived ? Confidence.LIKELY : Confidence.POSSIBLE;
  }

  static Optional<IdleLimit> of(Evidence evidence, Surroundings surroundings) {
    Optional<SocketEnd> end = SocketEnd.of(evidence).filter(last -> last.isEof() || last.isReset());
    if (!end.isPresent() || evidence.idleSentNanos() < BrokenSilence.PROVOKED_NANOS) {
      return Optional.empty();
    }
    double sent = Units.seconds(evidence.idleSentNanos());
    double either = Units.seconds(evidence.silenceNanos());
    CandidateProxies proxies =
        CandidateProxies.of(
            Intermediaries.known().closingAfterIdle(either, sent), evidence.handshake());
    return proxies.isEmpty() && !isObserved(evidence, surroundings)
        ? Optional.empty()
        : Optional.of(new IdleLimit(end.get(), evidence, surroundings, proxies));
  }

  private static boolean isObserved(Evidence evidence, Surroundings around) {
    OptionalDouble round = RoundTime.near(Units.seconds(evidence.silenceNanos()));
    return around.sameIdle().isTimer(round.isPresent());
  }

  /**
   * Whether two facts agree: the hop's own header and its limit, where a header that only suggests
   * a hop counts from the second such end on; or the timing of others and any header of a proxy.
   */
  private boolean isCorroborated(Evidence evidence, Surroundings around) {
    SameTime same = around.sameIdle();
    return proxies.isSure()
        || proxies.isRecognised() && same.isRepeated()
        || observed && same.isOfSeveralClients() && evidence.handshake().isThroughIntermediary();
  }

  SocketEnd end() {
    return end;
  }

  /** Measured silence, the shorter of both directions. */
  double seconds() {
    return seconds;
  }

  /** Those whose usual limit this is; may be empty. */
  CandidateProxies proxies() {
    return proxies;
  }

  /** Whether other ends show a timer. */
  boolean isObserved() {
    return observed;
  }

  Confidence confidence() {
    return confidence;
  }

  boolean isLikely() {
    return confidence == Confidence.LIKELY;
  }

  /** The limit of the best candidate, or what the silence is near to. */
  double limitSeconds() {
    return limit;
  }
}
