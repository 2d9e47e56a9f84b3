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
import java.util.Optional;

/**
 * {@code local.heartbeat_timeout}. RFC 6455 section 5.5.3: a pong must answer a ping; one that was
 * sent after the last inbound frame had no answer when a timer closed. That the kernel took the
 * ping proves nothing about its delivery.
 */
public final class HeartbeatTimeout implements Rule {
  private static final long PATIENCE_NANOS = 1_000_000_000L;

  /** How late a task of a timer runs, on a busy machine too. */
  private static final long LATE_NANOS = 50_000_000L;

  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    return LocalEnd.of(evidence)
        .filter(local -> isUnanswered(evidence))
        .flatMap(local -> examine(evidence, local));
  }

  private static boolean isUnanswered(Evidence evidence) {
    long lastInbound = evidence.firstSignNanos() - evidence.idleReceivedNanos();
    return evidence.unansweredPings() > 0 && evidence.lastPingNanos() - lastInbound > 0;
  }

  private static Optional<Finding> examine(Evidence evidence, LocalEnd local) {
    Optional<Fact> expiry = local.provokedBy(FactKind.IDLE_EXPIRED);
    if (expiry.isPresent()) {
      return expiry
          .filter(fact -> fact.nanos() - evidence.lastPingNanos() > 0)
          .map(
              fact ->
                  finding(
                      evidence,
                      local,
                      local.answersIdleLimit() ? Confidence.CERTAIN : Confidence.LIKELY));
    }
    long waited = waited(evidence, local);
    boolean byTimer = local.isByTimer() || local.isOnTimerPool() && isWholeSeconds(waited);
    return byTimer && waited >= PATIENCE_NANOS
        ? Optional.of(finding(evidence, local, Confidence.LIKELY))
        : Optional.empty();
  }

  /** Whether a close may be for an unanswered ping: a loop that sleeps looks like no timer. */
  static boolean mayBe(Evidence evidence, LocalEnd local) {
    boolean waited = waited(evidence, local) >= PATIENCE_NANOS;
    return isUnanswered(evidence) && (waited || local.isByTimer() || local.isOnTimerPool());
  }

  private static long waited(Evidence evidence, LocalEnd local) {
    return local.fact().nanos() - evidence.lastPingNanos();
  }

  /** As deadlines are, and the time to an ordinary task is only by chance. */
  private static boolean isWholeSeconds(long nanos) {
    return nanos % 1_000_000_000L <= LATE_NANOS;
  }

  private static boolean isNeverAnswered(Evidence evidence) {
    return evidence.unansweredPings() > 1 && evidence.roundTripNanos() < 0;
  }

  private static boolean isOneNeverAnswered(Evidence evidence) {
    return evidence.unansweredPings() == 1 && evidence.roundTripNanos() < 0;
  }

  private static Finding finding(Evidence evidence, LocalEnd local, Confidence confidence) {
    long waited = waited(evidence, local);
    String peer = FactText.peer(evidence);
    return Finding.of(
            Cause.LOCAL_HEARTBEAT_TIMEOUT,
            confidence,
            local.fact(),
            "The "
                + peer
                + " did not answer a ping for "
                + Units.duration(waited)
                + ", and a timer of this JVM closed the connection"
                + local.callSite().map(site -> " in " + site.brief()).orElse("")
                + (evidence.hadReceived()
                    ? ""
                    : "; this " + peer + " had never sent a frame since the opening"),
            (waited < PATIENCE_NANOS
                    ? "To wait less than 1 s for a pong is unusual: check whether the time was meant in"
                        + " seconds and was set in milliseconds. "
                    : "")
                + (isOneNeverAnswered(evidence)
                    ? "Only one ping was sent, and no pong ever came: check first whether "
                        + Units.duration(waited)
                        + " is too short for it, and whether this "
                        + peer
                        + " answers pings at all. "
                    : "")
                + "The "
                + peer
                + " may have been asleep or frozen, or the path to it is dead: compare with other"
                + " connections of the same network."
                + (isOneNeverAnswered(evidence)
                    ? ""
                    : " If it is only slow, have the timer wait longer for the pong"
                        + (isNeverAnswered(evidence)
                            ? "; if other connections never answer a ping either, look for what on"
                                + " the way swallows pings or pongs."
                            : ".")))
        .because(
            FactText.noInboundFrame(evidence),
            local.provokedBy(FactKind.IDLE_EXPIRED).map(FactText::of).orElse("closed from a timer"),
            isNeverAnswered(evidence) ? "no ping of this connection was ever answered" : "")
        .or(Cause.LOCAL_APP_CLOSE);
  }
}
