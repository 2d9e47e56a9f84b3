// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.handshake;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import io.wsclose.record.Handshake;
import java.util.Optional;

/**
 * {@code handshake.bad_request}. RFC 6455 section 4.2.1: a key that decodes to 16 bytes and version
 * 13. What the request lacks says more than the status: stacks answer 400, 404, 426, 500 or nothing
 * to the same mistake.
 */
public final class BadRequest implements Rule {
  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    return Attempt.of(evidence).flatMap(attempt -> examine(attempt, evidence.handshake()));
  }

  private static Optional<Finding> examine(Attempt attempt, Handshake handshake) {
    if (attempt.isMalformed()) {
      return Optional.of(malformed(attempt, flaw(attempt, handshake)));
    }
    return attempt
        .refusal(400, 426)
        .filter(refusal -> refusal.code() == 400 || refusal.code() == 426)
        .map(refusal -> text(refusal).finding(attempt, refusal));
  }

  private static RefusalText text(Fact refusal) {
    return refusal.code() == 400 ? RefusalText.BAD_REQUEST : RefusalText.WRONG_VERSION;
  }

  private static String flaw(Attempt attempt, Handshake handshake) {
    if (!handshake.hasHeader("sec-websocket-key")) {
      return "it had no Sec-WebSocket-Key";
    }
    if (!handshake.hasWellFormedKey()) {
      return "its Sec-WebSocket-Key is not 16 bytes in base64";
    }
    return attempt.version().isEmpty()
        ? "it had no Sec-WebSocket-Version"
        : "its Sec-WebSocket-Version is not 13";
  }

  private static Finding malformed(Attempt attempt, String flaw) {
    return Finding.of(
            Cause.HANDSHAKE_BAD_REQUEST,
            Confidence.CERTAIN,
            attempt.outcome(),
            "The WebSocket request for "
                + attempt.path()
                + " was malformed: "
                + flaw
                + " ("
                + attempt.answer()
                + ")",
            RefusalText.BAD_REQUEST.hint(attempt))
        .because(
            flaw, attempt.refusal().map(fact -> "handshake answered " + fact.code()).orElse(""));
  }
}
