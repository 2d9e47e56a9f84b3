package io.wsclose.cause.handshake;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Wording;
import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import io.wsclose.record.FactKind;
import java.util.Optional;

/**
 * {@code handshake.server_error}: 5xx (RFC 9110 section 15.6), or an exception before the 101 and
 * no answer at all.
 */
public final class ServerError implements Rule {
  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    Optional<Attempt> attempt = Attempt.of(evidence);
    if (!attempt.isPresent()) {
      return Optional.empty();
    }
    Optional<Fact> answer = attempt.get().refusal();
    if (answer.isPresent()) {
      return answer
          .filter(fact -> fact.code() >= 500)
          .map(
              fact ->
                  finding(
                      evidence,
                      attempt.get(),
                      fact,
                      "was answered " + fact.code(),
                      Wording.of(fact)));
    }
    return thrown(evidence)
        .filter(fact -> attempt.get().isServer() && !attempt.get().isMalformed())
        .map(
            fact ->
                finding(
                    evidence,
                    attempt.get(),
                    fact,
                    "got no answer because the handshake code threw",
                    "no answer to the opening handshake"));
  }

  private static Finding finding(
      Evidence evidence, Attempt attempt, Fact fact, String outcome, String line) {
    String thrown =
        thrown(evidence)
            .flatMap(Fact::failure)
            .map(failure -> Wording.thrown(failure, evidence))
            .orElse("");
    return Finding.of(
            Cause.HANDSHAKE_SERVER_ERROR,
            Confidence.CERTAIN,
            fact,
            "The upgrade for "
                + attempt.path()
                + " "
                + outcome
                + (thrown.isEmpty() ? "" : ": " + thrown),
            thrown.isEmpty()
                ? "Look into the server's log at this time, and at backends that the endpoint needs."
                : "Fix what the exception reports: its stack trace is among the span's events (in Jaeger:"
                    + " Logs).")
        .because(line, thrown.isEmpty() ? "" : "threw " + thrown);
  }

  private static Optional<Fact> thrown(Evidence evidence) {
    Optional<Fact> handshake = evidence.first(FactKind.HANDSHAKE_FAILED);
    return handshake.isPresent() ? handshake : evidence.first(FactKind.APPLICATION_FAILED);
  }
}
