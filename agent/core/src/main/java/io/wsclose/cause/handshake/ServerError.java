// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.handshake;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.FactText;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
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
          .map(fact -> answered(evidence, attempt.get(), fact));
    }
    return thrown(evidence)
        .filter(fact -> attempt.get().isServer() && !attempt.get().isMalformed())
        .map(
            fact ->
                ofException(
                    evidence,
                    fact,
                    "The upgrade for "
                        + attempt.get().path()
                        + " got no answer because the handshake code threw",
                    "no answer to the opening handshake"));
  }

  /** What a client throws for a 5xx says nothing of what went wrong at the server. */
  private static Finding answered(Evidence evidence, Attempt attempt, Fact answer) {
    return attempt.isServer() && thrown(evidence).flatMap(Fact::failure).isPresent()
        ? ofException(
            evidence,
            answer,
            RefusalText.SERVER_ERROR.summary(attempt, answer.code()),
            FactText.of(answer))
        : RefusalText.SERVER_ERROR.finding(attempt, answer);
  }

  private static Finding ofException(Evidence evidence, Fact fact, String summary, String line) {
    String thrown =
        thrown(evidence)
            .flatMap(Fact::failure)
            .map(failure -> FactText.thrown(failure, evidence))
            .orElse("an exception");
    return Finding.of(
            Cause.HANDSHAKE_SERVER_ERROR,
            Confidence.CERTAIN,
            fact,
            summary + ": " + thrown,
            "Fix what the exception reports: its stack trace is among the span's events (in Jaeger:"
                + " Logs).")
        .because(line, "threw " + thrown);
  }

  private static Optional<Fact> thrown(Evidence evidence) {
    Optional<Fact> handshake = evidence.first(FactKind.HANDSHAKE_FAILED);
    return handshake.isPresent() ? handshake : evidence.first(FactKind.APPLICATION_FAILED);
  }
}
