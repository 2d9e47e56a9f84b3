// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.tls;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.FactText;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Units;
import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import io.wsclose.record.FactKind;
import io.wsclose.record.SocketEvent;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * {@code tls.fatal_alert}: TLS broke after opening (RFC 8446 section 6.2). That the peer only left
 * without close_notify is no such thing: browsers and load balancers do, and it counts as EOF.
 */
public final class TlsFatalAlert implements Rule {
  private static final Set<SocketEvent> ONLY_GONE =
      EnumSet.complementOf(EnumSet.of(SocketEvent.TLS_ALERT));

  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    return evidence
        .first(FactKind.TLS_FAILED)
        .filter(fact -> evidence.isOpened())
        .filter(fact -> !fact.socketEvent().filter(ONLY_GONE::contains).isPresent())
        .map(fact -> finding(evidence, fact));
  }

  private static Finding finding(Evidence evidence, Fact fact) {
    String alert = TlsProblem.alert(fact);
    return Finding.of(
            Cause.TLS_FATAL_ALERT,
            Confidence.CERTAIN,
            fact,
            "TLS broke "
                + Units.duration(evidence.ageNanos())
                + " after opening"
                + (alert.isEmpty() ? "" : " with " + alert),
            "A certificate or key that was exchanged under way, or a device that changes the bytes,"
                + " is what breaks TLS in the middle; see the exception.")
        .because(FactText.of(fact), alert);
  }
}
