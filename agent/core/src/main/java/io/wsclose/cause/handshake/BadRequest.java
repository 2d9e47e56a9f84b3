package io.wsclose.cause.handshake;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.record.Evidence;
import io.wsclose.record.Handshake;
import java.util.Optional;

/**
 * {@code handshake.bad_request}. RFC 6455 section 4.2.1: a key that decodes to 16 bytes and version
 * 13. What the request lacks says more than the status: stacks answer 400, 404, 426, 500 or nothing
 * to the same mistake.
 */
public final class BadRequest implements Rule {
  private static final String HINT =
      "Look at the client: its WebSocket library is broken or too old, or something that is not a"
          + " WebSocket client calls this address.";

  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    return Attempt.of(evidence).flatMap(attempt -> examine(attempt, evidence.handshake()));
  }

  private static Optional<Finding> examine(Attempt attempt, Handshake handshake) {
    if (attempt.isMalformed()) {
      return Optional.of(
          finding(
              attempt,
              "The WebSocket request for "
                  + attempt.path()
                  + " was malformed: "
                  + flaw(attempt, handshake)
                  + " ("
                  + attempt.answer()
                  + ")",
              flaw(attempt, handshake)));
    }
    int status = attempt.refusal().map(fact -> fact.code()).orElse(0);
    if (status != 400 && status != 426) {
      return Optional.empty();
    }
    return Optional.of(
        finding(
            attempt,
            "The WebSocket request for "
                + attempt.path()
                + " was answered "
                + status
                + (status == 426 ? " (another WebSocket version is wanted)" : " (bad request)"),
            "handshake answered " + status));
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

  private static Finding finding(Attempt attempt, String summary, String line) {
    return Finding.of(
            Cause.HANDSHAKE_BAD_REQUEST, Confidence.CERTAIN, attempt.outcome(), summary, HINT)
        .because(
            line, attempt.refusal().map(fact -> "handshake answered " + fact.code()).orElse(""));
  }
}
