// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.local;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Surroundings;
import io.wsclose.record.CallTrace;
import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import io.wsclose.record.FactKind;
import io.wsclose.record.ThrowableSnapshot;
import java.util.Optional;

/** A stop of this JVM, or of a server or container in it, that a local end belongs to. */
final class Stop {
  /**
   * An event loop or a transport reports its stop when the channel closes, after the call to close.
   * Shutdown hooks run side by side: one of the application's may close before the agent's has
   * noted the stop.
   */
  private static final long LATE_NANOS = 1_000_000_000L;

  private final Confidence confidence;

  private Stop(Confidence confidence) {
    this.confidence = confidence;
  }

  /** Empty if the connection had begun to end before there was a stop. */
  static Optional<Stop> behind(LocalEnd local, Evidence evidence, Surroundings surroundings) {
    Optional<Fact> stopping = evidence.first(FactKind.STOPPING);
    if (stopping.isPresent()) {
      long late = stopping.get().nanos() - local.fact().nanos();
      return late > LATE_NANOS
          ? Optional.empty()
          : Optional.of(new Stop(late > 0 ? ofLate(local) : ofEarly(local)));
    }
    boolean atTheEnd = evidence.endedNanos() - local.fact().nanos() <= LATE_NANOS;
    if (surroundings.jvmStopping() && atTheEnd) {
      return Optional.of(new Stop(ofEarly(local)));
    }
    return local.provokedBy(link -> isStoppedPoolOfStack(link, evidence)).isPresent()
        ? Optional.of(new Stop(Confidence.CERTAIN))
        : Optional.empty();
  }

  /** What the application does a moment before a stop is noted may belong to it, or not. */
  private static Confidence ofLate(LocalEnd local) {
    return local.callSite().isPresent() ? Confidence.LIKELY : Confidence.CERTAIN;
  }

  /** Business goes on for a while: a kick or a logout during a stop has a code that says so. */
  private static Confidence ofEarly(LocalEnd local) {
    int status = local.status();
    boolean ownReason = status >= 3000 || Cause.LOCAL_APP_CLOSE.isError(status);
    return ownReason && local.callSite().isPresent() ? Confidence.LIKELY : Confidence.CERTAIN;
  }

  /** A pool of the application that was shut down while it was still in use is a mistake there. */
  private static boolean isStoppedPoolOfStack(ThrowableSnapshot link, Evidence evidence) {
    StackTraceElement[] frames = link.frames().toArray(new StackTraceElement[0]);
    return isStoppedPool(link, evidence)
        && CallTrace.of(frames)
            .thrower()
            .filter(
                frame ->
                    evidence.library().packages().stream()
                        .anyMatch(frame.getClassName()::startsWith))
            .isPresent();
  }

  /** As java.util.concurrent's pools and the stack's own say it; a full pool says otherwise. */
  private static boolean isStoppedPool(ThrowableSnapshot link, Evidence evidence) {
    return link.simpleType().equals("RejectedExecutionException")
        && (link.message().contains("[Shutting down")
            || link.message().contains("[Terminated")
            || evidence.library().profile().stoppedPoolMessages().stream()
                .anyMatch(link.message()::contains));
  }

  Confidence confidence() {
    return confidence;
  }
}
