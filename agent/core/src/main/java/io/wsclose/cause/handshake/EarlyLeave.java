// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.handshake;

import io.wsclose.bootstrap.Role;
import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.FactText;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Units;
import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import io.wsclose.record.FactKind;
import io.wsclose.record.SocketEvent;
import java.util.Optional;

/**
 * A peer that left within 2 s of the 101 without having sent a data frame: what a client does that
 * refuses the answer (RFC 6455 section 4.1, steps 5 and 6; the WHATWG standard for browsers, which
 * also refuse an answer that selects none of the subprotocols they offered). In the client role our
 * own stack refuses, and says so.
 */
final class EarlyLeave {
  private static final long WINDOW_NANOS = 2_000_000_000L;

  private final Evidence evidence;
  private final Fact fact;

  private EarlyLeave(Evidence evidence, Fact fact) {
    this.evidence = evidence;
    this.fact = fact;
  }

  static Optional<EarlyLeave> of(Evidence evidence) {
    if (!evidence.handshake().isOpened()) {
      return Optional.empty();
    }
    if (evidence.handshake().role() == Role.CLIENT) {
      return evidence.first(FactKind.HANDSHAKE_FAILED).map(fact -> new EarlyLeave(evidence, fact));
    }
    if (evidence.traffic().receivedData()) {
      return Optional.empty();
    }
    return evidence.facts().stream()
        .filter(EarlyLeave::isLeaving)
        .findFirst()
        .filter(fact -> fact.nanos() - evidence.openedNanos() <= WINDOW_NANOS)
        .map(fact -> new EarlyLeave(evidence, fact));
  }

  private static boolean isLeaving(Fact fact) {
    return fact.is(FactKind.CLOSE_RECEIVED)
        || fact.socketEvent()
            .filter(event -> event == SocketEvent.EOF || event == SocketEvent.RESET)
            .isPresent();
  }

  /**
   * Timing and headers agree. An orderly Close frame is rather what a client sends that has nothing
   * against the answer.
   */
  private Confidence confidence() {
    boolean orderly =
        fact.is(FactKind.CLOSE_RECEIVED)
            && (fact.code() < 1002 || fact.code() == 1005 || fact.code() >= 3000);
    return orderly ? Confidence.POSSIBLE : Confidence.LIKELY;
  }

  private Cause otherwise() {
    if (fact.is(FactKind.CLOSE_RECEIVED)) {
      return fact.code() == 1001 ? Cause.PEER_GOING_AWAY : Cause.PEER_CLEAN_CLOSE;
    }
    return fact.is(FactKind.SOCKET_FAILED) ? Cause.PEER_RESET : Cause.PEER_EOF_WITHOUT_CLOSE;
  }

  /**
   * @param flaw what is wrong with the answer, as the end of a sentence
   */
  Finding finding(Cause cause, String flaw, String hint) {
    String after = Units.duration(fact.nanos() - evidence.openedNanos());
    boolean ours = fact.is(FactKind.HANDSHAKE_FAILED);
    return Finding.of(
            cause,
            ours ? Confidence.CERTAIN : confidence(),
            fact,
            (ours
                    ? "This client refused the server's 101: "
                    : "The client left " + after + " after the 101 without a message: ")
                + flaw,
            hint)
        .because(
            flaw,
            ours || fact.is(FactKind.CLOSE_RECEIVED)
                ? FactText.of(fact)
                : FactText.withoutClose(fact),
            ours ? "" : "left " + after + " after opening",
            ours ? "" : "no data frame received")
        .or(otherwise());
  }
}
