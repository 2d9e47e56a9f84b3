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
import java.util.Optional;

/**
 * {@code proxy.max_age}. Some intermediaries limit how long a connection lives, busy or not:
 * Google's load balancer by the backend service's timeout, Azure Front Door after 4 h. The end
 * comes at a constant age.
 */
public final class ProxyMaxAge implements Rule {
  private static final int SIBLINGS = 3;

  /** Attempts that fail at once are alike in age too. */
  private static final double SHORTEST_OBSERVED_SECONDS = 5;

  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    Optional<SocketEnd> end = SocketEnd.of(evidence).filter(last -> last.isEof() || last.isReset());
    double age = Figures.seconds(evidence.ageNanos());
    Suspects suspects = Suspects.of(Intermediaries.known().closingAtAge(age), evidence.handshake());
    boolean siblings = surroundings.sameAge() >= SIBLINGS && age >= SHORTEST_OBSERVED_SECONDS;
    if (!end.isPresent() || suspects.isEmpty() && !siblings) {
      return Optional.empty();
    }
    Confidence confidence =
        siblings || suspects.isRecognised() ? Confidence.LIKELY : Confidence.POSSIBLE;
    return Optional.of(finding(evidence, end.get(), suspects, confidence));
  }

  private static Finding finding(
      Evidence evidence, SocketEnd end, Suspects suspects, Confidence confidence) {
    String known =
        suspects
            .first()
            .map(Intermediary::ageSeconds)
            .map(limit -> Figures.limit(limit) + " is the default age limit of " + suspects.names())
            .orElse("");
    return Finding.of(
            Cause.PROXY_MAX_AGE,
            confidence,
            end.fact(),
            "The connection was cut without a Close frame at the age of "
                + Figures.duration(evidence.ageNanos())
                + ": "
                + (known.isEmpty() ? "others ended at the same age" : known),
            "Pings do not help against an age limit: let clients connect again before it"
                + (suspects.settings().isEmpty()
                    ? "."
                    : ", or raise it: " + suspects.settings() + "."))
        .because(
            "age " + Figures.duration(evidence.ageNanos()),
            Wording.noInboundFrame(evidence),
            end.line(),
            known)
        .or(end.isEof() ? Cause.PEER_EOF_WITHOUT_CLOSE : Cause.PEER_RESET);
  }
}
