// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.handshake;

import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.record.Evidence;
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
                    .map(
                        refusal ->
                            RefusalText.UNAUTHORIZED
                                .finding(attempt, refusal)
                                .because("no sign of an Origin check")));
  }

  private static boolean isAuthentication(int status) {
    return status == 401 || status == 403 || status == 407;
  }
}
