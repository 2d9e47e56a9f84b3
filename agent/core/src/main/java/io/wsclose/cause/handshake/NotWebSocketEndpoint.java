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
 * {@code handshake.not_websocket_endpoint}: 404, 405 or a 2xx page (RFC 6455 section 4.1: anything
 * but 101 means that no WebSocket is served there).
 */
public final class NotWebSocketEndpoint implements Rule {
  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    return Attempt.of(evidence)
        .flatMap(
            attempt ->
                attempt
                    .refusal(200, 405)
                    .filter(refusal -> isPlainHttp(refusal.code()))
                    .map(refusal -> finding(attempt, refusal)));
  }

  private static boolean isPlainHttp(int status) {
    return status < 300 || status == 404 || status == 405;
  }

  private static Finding finding(Attempt attempt, Fact refusal) {
    return Finding.of(
            Cause.HANDSHAKE_NOT_WEBSOCKET_ENDPOINT,
            Confidence.CERTAIN,
            refusal,
            "The upgrade for "
                + attempt.path()
                + " was answered "
                + refusal.code()
                + ", which usually means that no WebSocket endpoint is at this path",
            "Compare the client's URL with the path of the endpoint: spelling, context path, rewrite rules"
                + " of proxies and trailing slashes included. If they"
                + " agree, look for a filter or handler that answers in front of the endpoint.")
        .because(
            "handshake answered " + refusal.code(),
            "what is certain is this answer, not that no endpoint is there");
  }
}
