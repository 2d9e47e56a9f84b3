// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.handshake;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.record.Evidence;
import io.wsclose.record.Handshake;
import java.util.Optional;

/**
 * {@code handshake.subprotocol_not_offered}. RFC 6455 section 4.1 step 6: a client must fail the
 * connection if the answer selects a subprotocol that it did not offer.
 */
public final class SubprotocolNotOffered implements Rule {
  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    Handshake handshake = evidence.handshake();
    if (!handshake.subprotocolNotOffered()) {
      return Optional.empty();
    }
    return EarlyLeave.of(evidence)
        .map(
            left ->
                left.finding(
                    Cause.HANDSHAKE_SUBPROTOCOL_NOT_OFFERED,
                    "the answer selects a subprotocol that was not offered",
                    "Select one of the offered subprotocols only, or none; the header must hold a single"
                        + " value."));
  }
}
