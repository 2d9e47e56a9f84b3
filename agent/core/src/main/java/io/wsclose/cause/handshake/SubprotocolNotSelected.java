// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.handshake;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Units;
import io.wsclose.record.Evidence;
import io.wsclose.record.Handshake;
import java.util.Optional;

/**
 * {@code handshake.subprotocol_not_selected}. The WHATWG standard fails a WebSocket whose offered
 * subprotocols were answered with none; RFC 6455 itself lets it pass, so other clients stay.
 */
public final class SubprotocolNotSelected implements Rule {
  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    Handshake handshake = evidence.handshake();
    if (handshake.offeredSubprotocols() == 0 || !handshake.subprotocol().isEmpty()) {
      return Optional.empty();
    }
    return EarlyLeave.of(evidence)
        .map(
            left ->
                left.finding(
                    Cause.HANDSHAKE_SUBPROTOCOL_NOT_SELECTED,
                    Units.count(handshake.offeredSubprotocols(), "subprotocol")
                        + " offered, none selected, which browsers refuse",
                    "Have the endpoint select one of those offered: "
                        + evidence.library().profile().subprotocolSetting()
                        + ". See the browser's developer tools for the subprotocols offered; they are left out here because"
                        + " some clients put tokens there."));
  }
}
