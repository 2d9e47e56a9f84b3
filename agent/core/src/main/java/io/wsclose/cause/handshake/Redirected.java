// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.handshake;

import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.record.Evidence;
import java.util.Optional;

/**
 * {@code handshake.redirected}: 3xx. RFC 6455 section 4.1 lets a client follow a redirect, but
 * browsers do not.
 */
public final class Redirected implements Rule {
  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    return Attempt.of(evidence)
        .flatMap(
            attempt ->
                attempt
                    .refusal(300, 399)
                    .map(refusal -> RefusalText.REDIRECTED.finding(attempt, refusal)));
  }
}
