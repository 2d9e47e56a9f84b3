// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.handshake;

import io.wsclose.bootstrap.Role;
import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.FactText;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.record.CallTrace;
import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import io.wsclose.record.FactKind;
import io.wsclose.record.ThrowableSnapshot;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code handshake.timeout}: not finished in time. Seen as a timer that closed the socket, or as
 * the exception that a timer made.
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
                    .map(fact -> finding(attempt, confidence(evidence, fact), fact)));
  }

  private static boolean isTimeout(Evidence evidence, Fact fact) {
    switch (fact.kind()) {
      case TRANSPORT_CLOSE_REQUESTED:
      case CLOSE_REQUESTED:
        return fact.caller().filter(trace -> isTimer(trace, evidence)).isPresent()
            || evidence.provoking(fact, FactKind.IDLE_EXPIRED).isPresent();
      case HANDSHAKE_FAILED:
        return fact.failure().filter(failure -> isTimeout(failure, evidence)).isPresent();
      default:
        return false;
    }
  }

  /** A pool for timers runs ordinary work of the application too, never of the stack. */
  private static boolean isTimer(CallTrace caller, Evidence evidence) {
    return caller.isTimer(evidence.library().timers())
        || caller.isOnScheduledPool() && !isAsked(caller, evidence);
  }

  private static boolean isAsked(CallTrace caller, Evidence evidence) {
    return caller.applicationFrame(evidence.library().packages()).isPresent();
  }

  /** Whether application code on the stack trace may have had another reason. */
  private static Confidence confidence(Evidence evidence, Fact fact) {
    return fact.caller().filter(caller -> isAsked(caller, evidence)).isPresent()
        ? Confidence.LIKELY
        : Confidence.CERTAIN;
  }

  /** What a server's handshake code throws may be the timeout of something else, a database say. */
  private static boolean isTimeout(ThrowableSnapshot failure, Evidence evidence) {
    StackTraceElement[] frames = failure.frames().toArray(new StackTraceElement[0]);
    boolean ours =
        evidence.handshake().role() == Role.CLIENT || !isAsked(CallTrace.of(frames), evidence);
    return ours
        && failure.chain().stream()
            .anyMatch(
                link ->
                    link.simpleType().contains("Timeout")
                        || link.message().toLowerCase(Locale.ROOT).contains("timed out"));
  }

  private static Finding finding(Attempt attempt, Confidence confidence, Fact fact) {
    return Finding.of(
            Cause.HANDSHAKE_TIMEOUT,
            confidence,
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
                ? FactText.of(fact)
                : "a timer closed the socket before the handshake was answered")
        .or(Cause.HANDSHAKE_REJECTED);
  }
}
