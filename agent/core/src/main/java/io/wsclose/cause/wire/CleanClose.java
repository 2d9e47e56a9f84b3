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
 * {@code peer.clean_close}. RFC 6455 section 7.4: 1000 is a normal closure, 3000 to 3999 and 4000
 * to 4999 are the libraries' and the application's own; a Close frame may have no code at all
 * (1005).
 */
public final class CleanClose implements Rule {
  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    return evidence
        .closeReceived()
        .filter(close -> applies(close.code()))
        .map(close -> finding(evidence, close));
  }

  private static boolean applies(int code) {
    return code == 1000 || code == 1005 || code >= 3000 && code <= 4999;
  }

  private static Finding finding(Evidence evidence, Fact close) {
    String peer = FactText.peer(evidence);
    String age = Units.duration(evidence.ageNanos());
    return Finding.of(
            Cause.PEER_CLEAN_CLOSE,
            Confidence.CERTAIN,
            close,
            "The "
                + peer
                + " closed after "
                + age
                + (close.code() == 1005
                    ? " with an empty Close frame: no status code"
                    : " with a Close frame: " + FactText.status(close))
                + FactText.withoutReply(evidence),
            close.code() >= 3000
                ? "The code is the peer application's own: its code says what it means."
                : "Nothing to do: an orderly end. It is odd only if it comes often, early, or while"
                    + " the peer still wanted something.")
        .because(FactText.of(close));
  }
}
