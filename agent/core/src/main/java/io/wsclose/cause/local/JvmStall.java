// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.local;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.FactText;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Units;
import io.wsclose.cause.socket.SocketEnd;
import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import io.wsclose.record.FactKind;
import io.wsclose.record.Pause;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * {@code local.jvm_stall}: this JVM did not run, and a deadline passed meanwhile. Either its own
 * idle limit, which closed a connection whose peer had spoken within it; or that of several peers,
 * whose ends were all waiting when it ran again.
 *
 * <p>A single peer that left meanwhile may have left anyway: there the pause is a runner-up, as it
 * is where the limit may have run out without it.
 */
public final class JvmStall implements Rule {
  /** Shorter ones break no deadline that people set. */
  private static final long LONG_NANOS = 1_000_000_000L;

  private static final int SEVERAL = 3;

  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    Optional<LocalEnd> local = LocalEnd.of(evidence);
    return local.isPresent()
        ? ownLimit(evidence, surroundings, local.get())
        : limitsOfOthers(evidence, surroundings);
  }

  private static Optional<Finding> ownLimit(
      Evidence evidence, Surroundings surroundings, LocalEnd local) {
    Optional<Fact> expiry =
        evidence
            .lastBefore(local.fact(), FactKind.IDLE_EXPIRED)
            .filter(fact -> fact.code() > 0)
            .filter(fact -> local.fact().nanos() - fact.nanos() <= LONG_NANOS);
    if (!expiry.isPresent()) {
      return Optional.empty();
    }
    long limit = TimeUnit.MILLISECONDS.toNanos(expiry.get().code());
    long expired = expiry.get().nanos();
    long spoke = lastFrame(evidence, local.fact());
    // a frame that had come before the pause, and was read after it, has a time from before it
    return surroundings
        .pauses()
        .between(expired - limit, expired)
        .filter(pause -> spoke - pause.from() > 0 && expired - spoke < limit - limit / 10)
        .map(pause -> ownLimitFinding(evidence, local, pause, expiry.get(), spoke));
  }

  /** The last frame of the peer before this JVM closed; a pause may have put it off until then. */
  private static long lastFrame(Evidence evidence, Fact close) {
    return evidence
        .traffic()
        .lastReceivedBefore(close)
        .map(frame -> frame.nanos())
        .orElse(evidence.openedNanos());
  }

  private static Finding ownLimitFinding(
      Evidence evidence, LocalEnd local, Pause pause, Fact expiry, long spoke) {
    String peer = FactText.peer(evidence);
    return Finding.of(
            Cause.LOCAL_JVM_STALL,
            Confidence.LIKELY,
            local.fact(),
            "This JVM did not run for "
                + Units.duration(pause.nanos())
                + reason(pause)
                + ", and then its own idle limit of "
                + Units.limit(expiry.code() / 1000.0)
                + " closed the connection, although the "
                + peer
                + " had spoken "
                + Units.duration(Math.max(0, local.fact().nanos() - spoke))
                + " before",
            advice(pause))
        .because(
            FactText.of(expiry),
            "frames of the " + peer + " were read only after the pause",
            FactText.noInboundFrame(evidence))
        .or(Cause.LOCAL_IDLE_TIMEOUT);
  }

  private static Optional<Finding> limitsOfOthers(Evidence evidence, Surroundings surroundings) {
    int together = surroundings.closedTogether() + 1;
    return SocketEnd.of(evidence)
        .filter(end -> end.isEof() || end.isReset())
        .filter(end -> together >= SEVERAL && !surroundings.jvmStopping())
        .flatMap(
            end ->
                surroundings
                    .pauses()
                    .behind(evidence)
                    .filter(pause -> pause.nanos() >= LONG_NANOS)
                    .filter(
                        pause -> isRightAfter(pause, evidence, surroundings.ofHop().spreadNanos()))
                    .map(pause -> limitsOfOthersFinding(evidence, end, pause, together)));
  }

  /** Whether the first of the ends that came together was; a busy machine reads the last later. */
  private static boolean isRightAfter(Pause pause, Evidence evidence, long spread) {
    return evidence.firstSignNanos() - spread - pause.to() <= LONG_NANOS / 2;
  }

  private static Finding limitsOfOthersFinding(
      Evidence evidence, SocketEnd end, Pause pause, int together) {
    return Finding.of(
            Cause.LOCAL_JVM_STALL,
            Confidence.POSSIBLE,
            end.fact(),
            "This JVM did not run for "
                + Units.duration(pause.nanos())
                + reason(pause)
                + ", and right after it found "
                + together
                + " connections ended by the other side without a Close frame, as when clients or"
                + " proxies give up on a server that does not answer",
            advice(pause))
        .because(end.line(), together + " connections ended together, right after the pause")
        .or(
            end.isEof() ? Cause.PEER_EOF_WITHOUT_CLOSE : Cause.PEER_RESET,
            Cause.PROXY_RELOAD_OR_DRAIN,
            Cause.PROXY_IDLE_TIMEOUT);
  }

  private static String reason(Pause pause) {
    return pause.reason().isEmpty() ? "" : " (" + pause.reason() + ")";
  }

  private static String advice(Pause pause) {
    return pause.reason().startsWith("garbage")
        ? "Look at the garbage collector's log (-Xlog:gc*): the heap is too small for its load, or"
            + " leaks; a collector with short pauses helps clients whose limits are short."
        : pause.reason().isEmpty()
            ? "Find what stopped this JVM at that time: a paused container or virtual machine, a"
                + " heap dump or debugger, swapping, too little CPU; if nothing else, a long garbage"
                + " collection (-Xlog:gc*,safepoint)."
            : "Give the container more CPU, or have the JVM use less: fewer threads, a smaller pool"
                + " of the garbage collector.";
  }
}
