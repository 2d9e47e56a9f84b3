// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.local;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.FactText;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import io.wsclose.record.FactKind;
import io.wsclose.record.FrameSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * {@code local.message_too_big}. RFC 6455 section 7.4.1: 1009, a message over a limit of this side.
 * Stacks say it as a limit, as a parser's refusal with that code, or only with the Close frame.
 */
public final class MessageTooBig implements Rule {
  private static final int TOO_BIG = 1009;

  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    Optional<LocalEnd> local = LocalEnd.of(evidence);
    Optional<Fact> refused =
        evidence.facts().stream()
            .filter(fact -> evidence.isOpened())
            .filter(fact -> isTooBig(evidence, fact))
            .findFirst();
    Optional<Fact> closed = local.filter(MessageTooBig::isByStatus).map(LocalEnd::fact);
    Optional<Fact> provoked = local.filter(end -> isByLimit(evidence, end)).map(LocalEnd::fact);
    if (refused.isPresent() && !(closed.isPresent() && closed.get().isBefore(refused.get()))) {
      return refused.map(fact -> finding(evidence, fact, Confidence.CERTAIN));
    }
    return closed.isPresent()
        ? closed.map(fact -> finding(evidence, fact, Confidence.CERTAIN))
        : provoked.map(fact -> finding(evidence, fact, Confidence.LIKELY));
  }

  private static boolean isTooBig(Evidence evidence, Fact fact) {
    int code = fact.code() == 0 ? evidence.closeSent().map(Fact::code).orElse(0) : fact.code();
    return fact.is(FactKind.LIMIT_EXCEEDED) || fact.is(FactKind.PARSER_FAILED) && code == TOO_BIG;
  }

  /** The stack's own Close frame; the application's says what the application means by it. */
  private static boolean isByStatus(LocalEnd local) {
    return local.status() == TOO_BIG && !local.callSite().isPresent();
  }

  private static boolean isByLimit(Evidence evidence, LocalEnd local) {
    List<String> limits = evidence.library().profile().messageSizeExceptions();
    return local.provokedBy(link -> link.isAny(limits)).isPresent();
  }

  private static Finding finding(Evidence evidence, Fact fact, Confidence confidence) {
    boolean bySize =
        !fact.is(FactKind.LIMIT_EXCEEDED) || fact.code() == 0 || fact.code() == TOO_BIG;
    Optional<Fact> refusal = evidence.closeSent().filter(close -> close.code() == TOO_BIG);
    OptionalLong limit = refusal.map(Fact::text).map(SizeLimit::in).orElse(OptionalLong.empty());
    Optional<FrameSnapshot> last = lastData(evidence, fact);
    // an earlier frame passed, so it was within the limit
    boolean refused =
        limit.isPresent() && last.filter(frame -> frame.length() > limit.getAsLong()).isPresent();
    return Finding.of(
            Cause.LOCAL_MESSAGE_TOO_BIG,
            confidence,
            fact,
            bySize
                ? "The "
                    + FactText.peer(evidence)
                    + (refused
                        ? " sent "
                            + last.get().length()
                            + " B in one message, over the limit of "
                            + limit.getAsLong()
                            + " B of this JVM"
                        : " sent a message over a size limit of this JVM"
                            + FactText.saying(refusal))
                : "The " + FactText.peer(evidence) + " went over a limit of this JVM",
            bySize
                ? "Raise the limit ("
                    + evidence.library().profile().messageSizeSetting()
                    + "), or let the peer send in smaller messages."
                : "The exception names the limit: raise it, or let the peer keep to it.")
        .because(
            // the Close frame says more than the type of the exception
            fact.is(FactKind.LIMIT_EXCEEDED) && refusal.isPresent() ? "" : FactText.of(fact),
            last.map(
                    frame ->
                        (refused ? "refused frame: " : "last data frame received: ") + frame(frame))
                .orElse(""),
            sent(evidence))
        .or(Cause.LOCAL_APP_EXCEPTION);
  }

  private static String sent(Evidence evidence) {
    return evidence.closeSent().map(FactText::of).orElse("");
  }

  private static Optional<FrameSnapshot> lastData(Evidence evidence, Fact fact) {
    return evidence.traffic().frames().stream()
        .filter(frame -> frame.received() && frame.isData() && !frame.isAfter(fact))
        .reduce((earlier, later) -> later);
  }

  private static String frame(FrameSnapshot frame) {
    return frame.opcode() + ", " + frame.length() + " bytes";
  }
}
