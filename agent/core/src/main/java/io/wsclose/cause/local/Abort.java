// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.local;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.FactText;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Units;
import io.wsclose.record.CallSite;
import io.wsclose.record.Evidence;
import io.wsclose.record.FactKind;
import java.util.Optional;

/**
 * {@code local.abort}: this JVM dropped the socket without a Close frame. RFC 6455 section 7.1.1
 * wants the closing handshake first; without it the peer sees 1006. A ClosedChannelException alone
 * says that the socket was closed here, not by whom.
 */
public final class Abort implements Rule {
  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    return LocalEnd.of(evidence)
        .filter(local -> !local.isWithCloseFrame())
        .map(local -> finding(evidence, local));
  }

  private static Finding finding(Evidence evidence, LocalEnd local) {
    Optional<CallSite> site = local.callSite();
    return Finding.of(
            Cause.LOCAL_ABORT,
            confidence(local),
            local.fact(),
            "This JVM dropped the socket after "
                + Units.duration(evidence.ageNanos())
                + " without a Close frame"
                + site.map(call -> " in " + call.brief()).orElse("")
                + (evidence.has(FactKind.APPLICATION_FAILED)
                    ? ""
                    : "; no exception was seen before"),
            (site.isPresent()
                    ? "Find out there why it drops the connection. If it has to"
                    : "To end it")
                + ", send a Close frame with a code and wait for the echo before closing the socket: as"
                + " it is, the peer sees 1006 and no reason.")
        .because(
            local.isFoundClosed() && !site.isPresent() ? "" : FactText.closer(site),
            site.isPresent() ? "" : FactText.of(local.fact()),
            "no Close frame was sent or received")
        .or(Cause.LOCAL_APP_EXCEPTION, Cause.PEER_EOF_WITHOUT_CLOSE);
  }

  private static Confidence confidence(LocalEnd local) {
    if (local.callSite().isPresent()) {
      return Confidence.CERTAIN;
    }
    return local.isFoundClosed() ? Confidence.POSSIBLE : Confidence.LIKELY;
  }
}
