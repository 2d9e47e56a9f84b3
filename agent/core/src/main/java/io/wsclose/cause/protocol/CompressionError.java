// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.protocol;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.record.Evidence;
import java.util.Optional;

/**
 * {@code protocol.compression_error}. RFC 7692 section 7.2.2: a message that cannot be inflated
 * fails the connection.
 */
public final class CompressionError implements Rule {
  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    return Refusal.of(evidence).filter(Refusal::isCompression).map(CompressionError::finding);
  }

  private static Finding finding(Refusal refusal) {
    return refusal.finding(
        Cause.PROTOCOL_COMPRESSION_ERROR,
        "The "
            + refusal.peer()
            + " sent compressed data that could not be inflated"
            + refusal.code(),
        "Turn permessage-deflate off to confirm; it often hits one client family, or a proxy that"
            + " changes frames.");
  }
}
