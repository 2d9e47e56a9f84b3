package io.wsclose.cause.handshake;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Wording;
import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import java.util.Optional;

/**
 * {@code handshake.rejected}: any other refusal, 402, 406, 408, 410, 429 and so on, or a local
 * close without any answer. The last of the handshake rules: what says more comes before it.
 */
public final class Rejected implements Rule {
  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    return Attempt.of(evidence)
        .flatMap(
            attempt -> {
              Optional<Fact> refusal = attempt.refusal();
              return refusal.isPresent()
                  ? refusal.map(fact -> answered(attempt, fact))
                  : attempt.localClose().map(fact -> unanswered(attempt, fact));
            });
  }

  private static Finding answered(Attempt attempt, Fact refusal) {
    return Finding.of(
            Cause.HANDSHAKE_REJECTED,
            Confidence.CERTAIN,
            refusal,
            "The upgrade for " + attempt.path() + " was refused with " + refusal.code(),
            refusal.code() == 429
                ? "The client asks too often: let it wait longer between attempts, or raise the limit."
                : "Look for the filter, handler or limit that answers with this status.")
        .because(Wording.of(refusal));
  }

  private static Finding unanswered(Attempt attempt, Fact close) {
    return Finding.of(
            Cause.HANDSHAKE_REJECTED,
            Confidence.LIKELY,
            close,
            "The upgrade for "
                + attempt.path()
                + " was not answered: this JVM closed the socket after "
                + attempt.duration(),
            "Find out what closes it instead of answering with a status: as it is, the client learns no"
                + " reason.")
        .because(Wording.of(close), "no answer to the opening handshake")
        .or(Cause.HANDSHAKE_SERVER_ERROR, Cause.HANDSHAKE_TIMEOUT);
  }
}
