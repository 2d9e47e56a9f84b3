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
 * {@code handshake.auth_rejected}: 401, 403 or 407 (RFC 9110 section 15.5), where {@link
 * OriginRejected} found no sign of an Origin check.
 */
public final class AuthRejected implements Rule {
  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    return Attempt.of(evidence)
        .flatMap(
            attempt ->
                attempt
                    .refusal(401, 407)
                    .filter(refusal -> isAuthentication(refusal.code()))
                    .map(refusal -> finding(attempt, refusal)));
  }

  private static boolean isAuthentication(int status) {
    return status == 401 || status == 403 || status == 407;
  }

  private static Finding finding(Attempt attempt, Fact refusal) {
    return Finding.of(
            Cause.HANDSHAKE_AUTH_REJECTED,
            Confidence.CERTAIN,
            refusal,
            "The upgrade for "
                + attempt.path()
                + " was answered "
                + refusal.code()
                + ": the client was not authorized",
            "Check the login or token of the client; a browser cannot send an Authorization header"
                + " on a WebSocket, so it needs a cookie, or a token in the query or subprotocol.")
        .because("handshake answered " + refusal.code(), "no sign of an Origin check");
  }
}
