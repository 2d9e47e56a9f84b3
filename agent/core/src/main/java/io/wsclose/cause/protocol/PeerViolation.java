// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.protocol;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.record.Evidence;
import java.util.Optional;

/**
 * {@code protocol.peer_violation}. RFC 6455 section 5: a frame that is malformed, unmasked from a
 * client or masked from a server, with reserved bits, opcodes or codes; status 1002.
 */
public final class PeerViolation implements Rule {
  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    return Refusal.of(evidence).map(PeerViolation::finding);
  }

  private static Finding finding(Refusal refusal) {
    if (refusal.isUnmaskedClose()) {
      return refusal.finding(
          Cause.PROTOCOL_PEER_VIOLATION,
          "The "
              + refusal.peer()
              + "'s side closed with a frame that breaks the WebSocket protocol"
              + refusal.code()
              + ": "
              + refusal.looks().replace("the refused data is ", "")
              + ", while a client must mask every frame",
          "Browsers never do that. Caddy up to 2.6 does when its configuration is reloaded or when it"
              + " stops: compare with its log, and update it. Otherwise look at the client's WebSocket"
              + " library.");
    }
    return refusal.finding(
        Cause.PROTOCOL_PEER_VIOLATION,
        refusal.looks().isEmpty()
            ? "The "
                + refusal.peer()
                + " sent a frame that breaks the WebSocket protocol"
                + refusal.code()
            : "What came from the "
                + refusal.peer()
                + " is not a WebSocket frame"
                + refusal.code()
                + "; "
                + refusal.looks(),
        refusal.looks().contains("HTTP")
            ? "A proxy writes HTTP into the connection, or mixes connections up: look at what is"
                + " between the two sides."
            : refusal.isCompressedUnasked()
                ? "The frame is marked as compressed (RSV1) though permessage-deflate was not negotiated: look"
                    + " for a proxy that drops Sec-WebSocket-Extensions from the request or the answer,"
                    + " or turn compression off in the "
                    + refusal.peer()
                    + "."
                : "Look at the peer's WebSocket library: browsers never send such frames, so it is another"
                    + " client or something between.");
  }
}
