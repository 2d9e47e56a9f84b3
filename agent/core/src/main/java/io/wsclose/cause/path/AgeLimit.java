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
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An age that a limit on the path explains: that of a hop which the request's headers show, or one
 * that other ends show. Any age is near to some limit of some hop, so the table alone says nothing.
 */
final class AgeLimit {
  private final SocketEnd end;
  private final CandidateProxies proxies;
  private final boolean observed;
  private final Confidence confidence;

  private AgeLimit(
      SocketEnd end, CandidateProxies proxies, boolean observed, Confidence confidence) {
    this.end = end;
    this.proxies = proxies;
    this.observed = observed;
    this.confidence = confidence;
  }

  static Optional<AgeLimit> of(Evidence evidence, Surroundings around) {
    Optional<SocketEnd> end = SocketEnd.of(evidence).filter(last -> last.isEof() || last.isReset());
    if (!end.isPresent() || BrokenSilence.provoked(evidence)) {
      return Optional.empty();
    }
    double age = Units.seconds(evidence.ageNanos());
    List<Intermediary> shown =
        Intermediaries.known().closingAtAge(age).stream()
            .filter(evidence.handshake().hops()::contains)
            .collect(Collectors.toList());
    CandidateProxies proxies = CandidateProxies.of(shown, evidence.handshake());
    SameTime same = around.sameAge();
    boolean busy = 2 * evidence.silenceNanos() < evidence.ageNanos();
    boolean observed = busy && same.isTimer(RoundTime.near(age).isPresent());
    if (proxies.isEmpty() && !observed) {
      return Optional.empty();
    }
    boolean corroborated =
        proxies.isSure()
            || observed
                && same.isOfSeveralClients()
                && evidence.handshake().isThroughIntermediary();
    boolean survived = Units.seconds(around.longestLifeNanos()) > 1.01 * age + 2;
    return Optional.of(
        new AgeLimit(
            end.get(),
            proxies,
            observed,
            corroborated && !survived ? Confidence.LIKELY : Confidence.POSSIBLE));
  }

  SocketEnd end() {
    return end;
  }

  /** Those whose limit this is and that the headers show; may be empty. */
  CandidateProxies proxies() {
    return proxies;
  }

  boolean isObserved() {
    return observed;
  }

  Confidence confidence() {
    return confidence;
  }

  boolean isLikely() {
    return confidence == Confidence.LIKELY;
  }
}
