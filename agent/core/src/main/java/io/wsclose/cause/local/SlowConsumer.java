// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.local;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.FactText;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.SendStall;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Units;
import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import io.wsclose.record.FactKind;
import io.wsclose.record.ThrowableSnapshot;
import java.util.Optional;

/**
 * {@code local.slow_consumer}: the peer's receive window stayed shut (TCP flow control) until a
 * write timeout or a send limit was reached.
 *
 * <p>An idle limit or a timer that closes while frames wait is the other case: the socket took
 * nothing more, which is one fact, and a timer of this JVM gave up, which is the second. A ping
 * that waits behind those frames was never sent, so no missing pong says anything.
 */
public final class SlowConsumer implements Rule {
  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    Optional<Fact> timedOut = evidence.first(FactKind.WRITE_TIMED_OUT);
    if (timedOut.isPresent()) {
      return timedOut
          .filter(fact -> evidence.isOpened())
          .map(fact -> certain(evidence, fact, FactText.of(fact)));
    }
    return LocalEnd.of(evidence).flatMap(local -> examine(evidence, local));
  }

  private static Optional<Finding> examine(Evidence evidence, LocalEnd local) {
    Optional<Fact> limit = local.provokedBy(link -> isSendLimit(link, evidence));
    if (limit.isPresent()) {
      return limit.map(fact -> certain(evidence, local.fact(), FactText.of(fact)));
    }
    Optional<Fact> idle = local.provokedBy(FactKind.IDLE_EXPIRED);
    boolean timer = idle.isPresent() || local.isByTimer() || local.isOnTimerPool();
    return timer && SendStall.isIn(evidence)
        ? Optional.of(likely(evidence, local, idle))
        : Optional.empty();
  }

  private static boolean isSendLimit(ThrowableSnapshot link, Evidence evidence) {
    return link.simpleType().endsWith("SessionLimitExceededException")
        || link.isAny(evidence.library().profile().sendLimitExceptions());
  }

  private static Finding certain(Evidence evidence, Fact decidedBy, String line) {
    return Finding.of(
            Cause.LOCAL_SLOW_CONSUMER,
            Confidence.CERTAIN,
            decidedBy,
            "The "
                + FactText.peer(evidence)
                + " did not take what was sent to it in time, and this JVM gave up"
                + FactText.unsent(evidence),
            hint(evidence))
        .because(line, FactText.noInboundFrame(evidence));
  }

  private static Finding likely(Evidence evidence, LocalEnd local, Optional<Fact> idle) {
    return Finding.of(
            Cause.LOCAL_SLOW_CONSUMER,
            Confidence.LIKELY,
            local.fact(),
            "The "
                + FactText.peer(evidence)
                + " took nothing of what was sent to it for "
                + Units.duration(SendStall.nanos(evidence))
                + ", and a timer of this JVM closed the connection"
                + FactText.unsent(evidence),
            hint(evidence))
        .because(
            FactText.neverLeft(evidence),
            idle.map(FactText::of).orElse("closed from a timer"),
            FactText.noInboundFrame(evidence))
        .or(
            idle.isPresent() ? Cause.LOCAL_IDLE_TIMEOUT : Cause.LOCAL_HEARTBEAT_TIMEOUT,
            Cause.LOCAL_APP_CLOSE);
  }

  private static String hint(Evidence evidence) {
    return "Send less or merge messages for peers that cannot keep up, or change the limit: "
        + evidence.library().profile().sendLimitSetting()
        + ". The peer or its network is slow or frozen.";
  }
}
