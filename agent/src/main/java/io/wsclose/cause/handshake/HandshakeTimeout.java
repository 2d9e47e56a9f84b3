package io.wsclose.cause.handshake;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Wording;
import io.wsclose.record.CallTrace;
import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import io.wsclose.record.FactKind;
import io.wsclose.record.ThrowableSnapshot;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code handshake.timeout}: not finished in time. Seen as a timer that closed the socket, or as
 * the exception that a timer made (Netty's handshake timeout of 10 s, Jetty's client).
 */
public final class HandshakeTimeout implements Rule {
  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    return Attempt.of(evidence)
        .filter(attempt -> !attempt.refusal().isPresent())
        .flatMap(
            attempt ->
                evidence.facts().stream()
                    .filter(fact -> isTimeout(evidence, fact))
                    .findFirst()
                    .map(fact -> finding(attempt, fact)));
  }

  private static boolean isTimeout(Evidence evidence, Fact fact) {
    switch (fact.kind()) {
      case TRANSPORT_CLOSE_REQUESTED:
      case CLOSE_REQUESTED:
        return fact.caller().filter(CallTrace::isTimer).isPresent()
            || evidence.provoking(fact, FactKind.IDLE_EXPIRED).isPresent();
      case HANDSHAKE_FAILED:
        return fact.failure().filter(HandshakeTimeout::isTimeout).isPresent();
      default:
        return false;
    }
  }

  private static boolean isTimeout(ThrowableSnapshot failure) {
    return failure.chain().stream()
        .anyMatch(
            link ->
                link.simpleType().contains("Timeout")
                    || link.message().toLowerCase(Locale.ROOT).contains("timed out"));
  }

  private static Finding finding(Attempt attempt, Fact fact) {
    return Finding.of(
            Cause.HANDSHAKE_TIMEOUT,
            Confidence.CERTAIN,
            fact,
            "The opening handshake for "
                + attempt.path()
                + " was given up after "
                + attempt.duration()
                + " because it was not finished in time",
            attempt.isServer()
                ? "Find what blocks in the handshake (login, database, a full thread pool), or raise"
                    + " the handshake timeout."
                : "The server did not answer in time: look at its load, or raise the timeout.")
        .because(
            fact.is(FactKind.HANDSHAKE_FAILED)
                ? Wording.of(fact)
                : "a timer closed the socket before the handshake was answered");
  }
}
