// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.handshake;

import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.record.Evidence;
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
                    .map(
                        refusal ->
                            RefusalText.NOT_WEBSOCKET_ENDPOINT
                                .finding(attempt, refusal)
                                .because(
                                    "what is certain is this answer, not that no endpoint is there")));
  }

  private static boolean isPlainHttp(int status) {
    return status < 300 || status == 404 || status == 405;
  }
}
