// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.wire;

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
 * {@code protocol.peer_violation} by status code. RFC 6455 section 7.4: 1004, 1005, 1006 and 1015
 * must not be sent, codes below 1000 are not used, 1016 to 2999 are reserved. A frame without a
 * code is recorded as 1005 and is none of these.
 */
public final class ReservedStatus implements Rule {
  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    return evidence
        .closeReceived()
        .filter(close -> applies(close.code()))
        .map(close -> finding(evidence, close));
  }

  private static boolean applies(int code) {
    return code < 1000
        || code == 1004
        || code == 1006
        || code >= 1015 && code < 3000
        || code > 4999;
  }

  private static Finding finding(Evidence evidence, Fact close) {
    String peer = FactText.peer(evidence);
    String age = Units.duration(evidence.ageNanos());
    return Finding.of(
            Cause.PROTOCOL_PEER_VIOLATION,
            Confidence.CERTAIN,
            close,
            "The "
                + peer
                + " closed after "
                + age
                + " with "
                + close.code()
                + ", a code that must not be sent",
            "Look at the client's library: it sends a code that RFC 6455 reserves.")
        .because(FactText.of(close));
  }
}
