package io.wsclose.cause.handshake;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import java.util.Optional;

/**
 * {@code handshake.redirected}: 3xx. RFC 6455 section 4.1 lets a client follow a redirect, but
 * browsers do not.
 */
public final class Redirected implements Rule {
  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    return Attempt.of(evidence)
        .flatMap(attempt -> attempt.refusal(300, 399).map(refusal -> finding(attempt, refusal)));
  }

  private static Finding finding(Attempt attempt, Fact refusal) {
    return Finding.of(
            Cause.HANDSHAKE_REDIRECTED,
            Confidence.CERTAIN,
            refusal,
            "The upgrade for "
                + attempt.path()
                + " was answered "
                + refusal.code()
                + ": a redirect, which browsers do not follow for a WebSocket",
            "Let the client use the final URL at once: a login page, http to https or a missing trailing"
                + " slash is what usually redirects.")
        .because("handshake answered " + refusal.code());
  }
}
