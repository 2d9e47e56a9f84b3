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
import java.util.Optional;

/**
 * {@code handshake.rejected}: any other refusal, 402, 406, 408, 410, 429 and so on, or a local
 * close without any answer, which is {@code local.abort} in the client role: nobody refused there.
 * The last of the handshake rules: what says more comes before it.
 */
public final class Rejected implements Rule {
  /** RFC 6585 section 4. */
  private static final int TOO_MANY_REQUESTS = 429;

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
    RefusalText text =
        refusal.code() == TOO_MANY_REQUESTS ? RefusalText.TOO_MANY : RefusalText.REFUSED;
    return text.finding(attempt, refusal);
  }

  private static Finding unanswered(Attempt attempt, Fact close) {
    String summary =
        "The upgrade for "
            + attempt.path()
            + " was not answered: this JVM closed the socket after "
            + attempt.duration();
    Finding finding =
        attempt.isServer()
            ? Finding.of(
                    Cause.HANDSHAKE_REJECTED,
                    Confidence.LIKELY,
                    close,
                    summary,
                    "Find out what closes it instead of answering with a status: as it is, the"
                        + " client learns no reason.")
                .or(Cause.HANDSHAKE_SERVER_ERROR, Cause.HANDSHAKE_TIMEOUT)
            : Finding.of(
                    Cause.LOCAL_ABORT,
                    Confidence.LIKELY,
                    close,
                    summary,
                    "Find out what in this client closes it before the server has answered.")
                .or(Cause.HANDSHAKE_TIMEOUT);
    return finding.because(FactText.of(close), "no answer to the opening handshake");
  }
}
