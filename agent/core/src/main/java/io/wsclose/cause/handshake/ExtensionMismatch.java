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
 * {@code handshake.extension_mismatch}. RFC 6455 section 9.1: a client must fail the connection if
 * the answer names an extension that it did not offer.
 */
public final class ExtensionMismatch implements Rule {
  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    Handshake handshake = evidence.handshake();
    if (!handshake.extensionNotOffered()) {
      return Optional.empty();
    }
    return EarlyLeave.of(evidence)
        .map(
            left ->
                left.finding(
                    Cause.HANDSHAKE_EXTENSION_MISMATCH,
                    "the answer names an extension that was not offered",
                    "Negotiate only offered extensions; if a proxy changes the headers, turn"
                        + " permessage-deflate off to confirm."));
  }
}
