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
 * {@code peer.server_status}. RFC 6455 section 7.4.1 and the IANA registry: 1008 policy violation,
 * 1011 internal error, 1012 service restart, 1013 try again later, 1014 bad gateway.
 */
public final class ServerStatus implements Rule {
  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    return evidence
        .closeReceived()
        .filter(close -> applies(close.code()))
        .map(close -> finding(evidence, close));
  }

  private static boolean applies(int code) {
    return code == 1008 || code >= 1011 && code <= 1014;
  }

  private static String meaning(int code) {
    switch (code) {
      case 1008:
        return "its policy forbids this";
      case 1011:
        return "an internal error there";
      case 1012:
        return "it restarts";
      case 1013:
        return "it is overloaded";
      default:
        return "its own backend failed";
    }
  }

  private static Finding finding(Evidence evidence, Fact close) {
    String peer = FactText.peer(evidence);
    String age = Units.duration(evidence.ageNanos());
    return Finding.of(
            Cause.PEER_SERVER_STATUS,
            Confidence.CERTAIN,
            close,
            "The "
                + peer
                + " closed after "
                + age
                + " with "
                + FactText.status(close)
                + ": "
                + meaning(close.code())
                + (evidence.handshake().role() == Role.SERVER
                    ? " (a code that is usual from servers; here the client sent it)"
                    : ""),
            close.code() == 1012
                ? "Nothing to do if the "
                    + peer
                    + " restarts; it should connect again after a random wait."
                : "The reason lies with the " + peer + ": look into its log at this time.")
        .because(FactText.of(close));
  }
}
