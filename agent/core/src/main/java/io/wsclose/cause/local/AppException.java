// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.local;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.FactText;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Units;
import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import io.wsclose.record.FactKind;
import io.wsclose.record.ThrowableSnapshot;
import java.util.Optional;

/**
 * {@code local.app_exception}: application code threw, and within a second and before the next
 * inbound frame this JVM closed. An exception alone ends nothing: several stacks keep the
 * connection open after it.
 */
public final class AppException implements Rule {
  private static final String APPLICATION = "Application code";

  /** What is shown as less than 10 ms says nothing. */
  private static final long AT_ONCE_NANOS = 9_500_000L;

  /** RFC 6455 section 7.4.1. */
  private static final int INTERNAL_ERROR = 1011;

  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    Optional<LocalEnd> local = LocalEnd.of(evidence);
    if (local.isPresent()) {
      return local
          .get()
          .provokedBy(FactKind.APPLICATION_FAILED)
          .map(thrown -> closed(evidence, local.get(), thrown));
    }
    if (!evidence.isOpened() || evidence.firstSign().isPresent()) {
      return Optional.empty();
    }
    return evidence
        .provoking(evidence.end(), FactKind.APPLICATION_FAILED)
        .map(
            thrown ->
                finding(evidence, evidence.end(), Confidence.LIKELY, thrown).or(Cause.UNKNOWN));
  }

  private static Finding closed(Evidence evidence, LocalEnd local, Fact thrown) {
    boolean inReaction =
        local.isInErrorCallback()
            || saysSo(evidence, local.status()) && !local.callSite().isPresent();
    boolean mayBeFullPool = thrown.failure().filter(AppException::isRejection).isPresent();
    return finding(
            evidence,
            local.fact(),
            inReaction && !mayBeFullPool ? Confidence.CERTAIN : Confidence.LIKELY,
            thrown)
        .or(mayBeFullPool ? new Cause[] {Cause.LOCAL_RESOURCE_EXHAUSTED} : new Cause[0])
        .or(local.isWithCloseFrame() ? Cause.LOCAL_APP_CLOSE : Cause.LOCAL_ABORT);
  }

  private static boolean saysSo(Evidence evidence, int status) {
    return status == INTERNAL_ERROR
        || evidence.library().profile().exceptionCodes().contains(status);
  }

  /** Of a pool that does not say whether it was full or shut down. */
  private static boolean isRejection(ThrowableSnapshot failure) {
    return failure.chain().stream()
        .anyMatch(
            link ->
                link.simpleType().equals("RejectedExecutionException")
                    && !link.message().contains("["));
  }

  private static Finding finding(
      Evidence evidence, Fact decidedBy, Confidence confidence, Fact thrown) {
    String what =
        thrown.failure().map(failure -> FactText.thrown(failure, evidence)).orElse("an exception");
    String type = thrown.failure().map(ThrowableSnapshot::simpleType).orElse("an exception");
    String thrower =
        thrown.failure().map(failure -> FactText.thrower(failure, evidence)).orElse(APPLICATION);
    boolean ofApplication = thrower.equals(APPLICATION);
    String sent = evidence.closeSent().map(FactText::of).orElse("no Close frame sent");
    return Finding.of(
            Cause.LOCAL_APP_EXCEPTION,
            ofApplication ? confidence : Confidence.LIKELY,
            decidedBy,
            thrower
                + " threw "
                + type
                + " "
                + place(what)
                + ", and the connection was closed for it",
            ofApplication
                ? "Fix what the exception reports: its stack trace is among the span's events (in Jaeger:"
                    + " Logs). Catch it in the endpoint if the connection should survive it."
                : "Look for this exception in the library's issues and release notes: its stack trace is"
                    + " among the span's events (in Jaeger: Logs). An extension or a listener that is"
                    + " plugged into the library may have caused it.")
        .because(
            (ofApplication ? "application code threw " : "the WebSocket library threw ") + what,
            closed(decidedBy.nanos() - thrown.nanos()),
            sent);
  }

  private static String closed(long laterNanos) {
    return laterNanos < AT_ONCE_NANOS
        ? ""
        : "closed " + Units.duration(laterNanos) + " later, no inbound frame between";
  }

  private static String place(String what) {
    int at = what.indexOf(" at ");
    return at < 0 ? "" : what.substring(at + 1);
  }
}
