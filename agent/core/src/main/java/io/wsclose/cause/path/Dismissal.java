// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.path;

import io.wsclose.bootstrap.Role;
import io.wsclose.cause.RefusedFrame;
import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import io.wsclose.record.FactKind;
import java.util.Optional;

/**
 * A Close frame that came through an intermediary and may be its own: 1001, or 1012. Caddy sends
 * 1001 on every connection when its configuration is reloaded or when it stops, up to 2.6 without
 * the mask that a server requires, so that the parser refuses it.
 */
public final class Dismissal {
  private Dismissal() {}

  /** The fact, if it is the first sign of the end. */
  public static Optional<Fact> of(Evidence evidence) {
    if (!evidence.isOpened()
        || evidence.handshake().role() != Role.SERVER
        || !evidence.handshake().isThroughIntermediary()) {
      return Optional.empty();
    }
    return evidence.firstSign().filter(sign -> isClose(sign) || isRefusedClose(sign, evidence));
  }

  private static boolean isClose(Fact sign) {
    return sign.is(FactKind.CLOSE_RECEIVED) && (sign.code() == 1001 || sign.code() == 1012);
  }

  private static boolean isRefusedClose(Fact sign, Evidence evidence) {
    return sign.is(FactKind.PARSER_FAILED) && RefusedFrame.isUnmaskedClose(evidence);
  }
}
