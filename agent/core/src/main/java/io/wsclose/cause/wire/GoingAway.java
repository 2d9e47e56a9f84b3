// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.wire;

import io.wsclose.bootstrap.Role;
import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.FactText;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Units;
import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import java.util.Optional;

/**
 * {@code peer.going_away}. RFC 6455 section 7.4.1: 1001 is a page that was left (the WHATWG
 * standard has browsers send it) or a server that goes down.
 */
public final class GoingAway implements Rule {
  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    return evidence
        .closeReceived()
        .filter(close -> applies(close.code()))
        .map(close -> finding(evidence, close));
  }

  private static boolean applies(int code) {
    return code == 1001;
  }

  private static Finding finding(Evidence evidence, Fact close) {
    String age = Units.duration(evidence.ageNanos());
    return Finding.of(
            Cause.PEER_GOING_AWAY,
            Confidence.CERTAIN,
            close,
            evidence.handshake().role() == Role.SERVER
                ? "The client went away after "
                    + age
                    + ": its page was left or its program ended"
                    + FactText.withoutReply(evidence)
                : "The server went away after "
                    + age
                    + ": it shuts down or drops idle connections"
                    + FactText.withoutReply(evidence),
            "Nothing to do: an orderly end. If many come in the same second, a proxy or the peer was"
                + " restarted or reloaded.")
        .because(FactText.of(close));
  }
}
