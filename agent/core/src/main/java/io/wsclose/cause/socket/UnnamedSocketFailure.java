// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.socket;

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
 * {@code unknown}: a socket call failed in words that are not known (a C library words errors in
 * the language of its locale). What follows is a reaction to it, so nothing later may decide.
 */
public final class UnnamedSocketFailure implements Rule {
  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    return evidence.facts().stream()
        .filter(fact -> fact.is(FactKind.SOCKET_FAILED) && !fact.socketEvent().isPresent())
        .findFirst()
        .map(fact -> finding(evidence, fact));
  }

  private static Finding finding(Evidence evidence, Fact fact) {
    return Finding.of(
            Cause.UNKNOWN,
            Confidence.POSSIBLE,
            fact,
            "A socket call failed in a way that is not known here, and the connection to the "
                + FactText.peer(evidence)
                + " ended with it",
            "See the exception; if its message is not English, run the JVM with LC_ALL=C to have it"
                + " recognised.")
        .because(FactText.of(fact), FactText.noInboundFrame(evidence))
        .or(Cause.PEER_RESET);
  }
}
