// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.local;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.FactText;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Units;
import io.wsclose.record.Evidence;
import io.wsclose.record.FactKind;
import java.util.Optional;

/**
 * {@code local.session_expired}. Jakarta WebSocket section 7.2: when the HTTP session of an
 * authenticated user ends, the container must close the connection, with 1008.
 */
public final class SessionExpired implements Rule {
  private static final int POLICY = 1008;

  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    return LocalEnd.of(evidence)
        .filter(local -> local.provokedBy(FactKind.SESSION_EXPIRED).isPresent())
        .map(local -> finding(evidence, local));
  }

  private static Finding finding(Evidence evidence, LocalEnd local) {
    return Finding.of(
            Cause.LOCAL_SESSION_EXPIRED,
            local.callSite().isPresent() && local.status() != POLICY
                ? Confidence.LIKELY
                : Confidence.CERTAIN,
            local.fact(),
            "The HTTP or login session behind the connection ended after "
                + Units.duration(evidence.ageNanos())
                + ", and this JVM closed the connection with it",
            "Nothing to do if the user logged out; frames on a WebSocket do not keep an HTTP session"
                + " alive, so lengthen it or renew it by requests if it should live on.")
        .because(
            "the HTTP or login session had ended",
            evidence.closeSent().map(FactText::of).orElse(""))
        .or(Cause.LOCAL_APP_CLOSE);
  }
}
