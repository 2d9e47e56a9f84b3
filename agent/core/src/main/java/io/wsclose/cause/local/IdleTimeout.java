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
import java.util.concurrent.TimeUnit;

/**
 * {@code local.idle_timeout}: a local close within a second of an idle limit that ran out, without
 * an inbound frame between; or a close that the stack's own timer made after silence.
 */
public final class IdleTimeout implements Rule {
  private static final long SILENCE_NANOS = 1_000_000_000L;

  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    return LocalEnd.of(evidence).flatMap(local -> examine(evidence, local));
  }

  private static Optional<Finding> examine(Evidence evidence, LocalEnd local) {
    Optional<Fact> expiry = local.provokedBy(FactKind.IDLE_EXPIRED);
    if (expiry.isPresent()) {
      return expiry.map(fact -> ofLimit(evidence, local, fact));
    }
    boolean timer = local.isByTimer() || local.isOnTimerPool();
    boolean stackTimer = timer && !local.callSite().isPresent();
    return stackTimer && evidence.idleReceivedNanos() >= SILENCE_NANOS
        ? Optional.of(
            finding(evidence, local, Confidence.LIKELY, 0, "closed from a timer of the stack")
                .or(Cause.LOCAL_APP_CLOSE))
        : Optional.empty();
  }

  private static Finding ofLimit(Evidence evidence, LocalEnd local, Fact expiry) {
    if (!isContradicted(evidence, expiry)) {
      return finding(evidence, local, confidence(local, expiry), expiry.code(), FactText.of(expiry))
          .or(callbackThrew(local, expiry) ? Cause.LOCAL_APP_EXCEPTION : Cause.LOCAL_APP_CLOSE);
    }
    return Finding.of(
            Cause.LOCAL_IDLE_TIMEOUT,
            Confidence.POSSIBLE,
            local.fact(),
            "This JVM's own idle limit"
                + limit(expiry.code())
                + " ran out, although the last frame came "
                + Units.duration(evidence.idleReceivedNanos())
                + " before: a thread of this JVM was late to read it",
            "Look for what kept this JVM or its I/O threads busy or stopped at that time: blocking"
                + " calls in handlers, a long garbage collection, too little CPU.")
        .because(
            FactText.of(expiry),
            FactText.noInboundFrame(evidence),
            FactText.noOutboundFrame(evidence))
        .or(Cause.LOCAL_JVM_STALL, Cause.LOCAL_APP_CLOSE);
  }

  /** Neither direction was silent for as long as the limit asks. */
  private static boolean isContradicted(Evidence evidence, Fact expiry) {
    long limit = TimeUnit.MILLISECONDS.toNanos(expiry.code());
    return limit >= SILENCE_NANOS
        && Math.max(evidence.idleReceivedNanos(), evidence.idleSentNanos()) < limit / 2;
  }

  /** An idle event that only pinged is followed by closes that have nothing to do with it. */
  private static Confidence confidence(LocalEnd local, Fact expiry) {
    return local.answersIdleLimit() && !callbackThrew(local, expiry)
        ? Confidence.CERTAIN
        : Confidence.LIKELY;
  }

  private static boolean callbackThrew(LocalEnd local, Fact expiry) {
    return local
        .provokedBy(FactKind.APPLICATION_FAILED)
        .filter(expiry::isBefore)
        .flatMap(Fact::failure)
        .filter(failure -> !isTimeout(failure))
        .isPresent();
  }

  /** Some handlers report the limit that ran out as an exception. */
  private static boolean isTimeout(ThrowableSnapshot failure) {
    return failure.chain().stream().anyMatch(link -> link.simpleType().contains("Timeout"));
  }

  private static String limit(int millis) {
    return millis == 0 ? "" : " of " + Units.limit(millis / 1000.0);
  }

  private static Finding finding(
      Evidence evidence, LocalEnd local, Confidence confidence, int limit, String line) {
    return Finding.of(
            Cause.LOCAL_IDLE_TIMEOUT,
            confidence,
            local.fact(),
            "This JVM's own idle limit"
                + limit(limit)
                + " ran out: no frame came from the "
                + FactText.peer(evidence)
                + " for "
                + Units.duration(evidence.idleReceivedNanos())
                + (evidence.hadReceived() ? "" : ", since the opening"),
            (limit > 0 && limit < 1_000
                    ? "A limit below 1 s is unusual: check whether it was meant in seconds and was set in"
                        + " milliseconds, and raise it: "
                    : "Nothing to do if silent connections are to be dropped; otherwise let one side ping"
                        + " at less than half of the limit, or raise it: ")
                + evidence.library().profile().idleLimitSetting()
                + ".")
        .because(FactText.noInboundFrame(evidence), FactText.noOutboundFrame(evidence), line);
  }
}
