// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.tls;

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

/** {@code tls.handshake_failed}: TLS was not established (RFC 8446 section 4). */
public final class TlsHandshakeFailed implements Rule {
  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    return evidence
        .first(FactKind.TLS_FAILED)
        .filter(fact -> !evidence.isOpened())
        .map(fact -> finding(evidence, fact));
  }

  private static Finding finding(Evidence evidence, Fact fact) {
    TlsProblem problem = TlsProblem.of(fact, evidence.library().profile());
    return Finding.of(
            Cause.TLS_HANDSHAKE_FAILED,
            Confidence.CERTAIN,
            fact,
            "TLS with the " + FactText.peer(evidence) + " was not established: " + problem.words(),
            problem.hint())
        .because(problem.words(), FactText.of(fact), TlsProblem.alert(fact));
  }
}
