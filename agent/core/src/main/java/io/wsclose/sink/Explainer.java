// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink;

import io.wsclose.cause.Confidence;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Pauses;
import io.wsclose.cause.Surroundings;
import io.wsclose.event.CloseEvent;
import io.wsclose.event.CloseEventFactory;
import io.wsclose.record.ConnectionRecord;
import io.wsclose.record.Evidence;
import io.wsclose.record.RecordingBackend;
import io.wsclose.sink.shutdown.ShutdownState;
import io.wsclose.sink.siblings.CloseSummary;
import io.wsclose.sink.siblings.OpenConnections;
import io.wsclose.sink.siblings.Siblings;
import java.time.Instant;

/**
 * Turns ended connections into events, in the light of the others. For one thread.
 *
 * <p>Every end is analyzed twice: {@link #firstLook} looks at it alone and so settles how long it
 * waits for others, and {@link #explain}, once the wait is over, looks at it among its siblings.
 * The first finding is forgotten.
 */
final class Explainer {
  private final Analysis analysis;
  private final CloseEventFactory events;
  private final Siblings siblings;
  private final WaitPolicy waitPolicy;
  private final ShutdownState shutdown;
  private final RecordingBackend backend;

  Explainer(
      Analysis analysis,
      CloseEventFactory events,
      OpenConnections open,
      WaitPolicy waitPolicy,
      ShutdownState shutdown,
      RecordingBackend backend) {
    this.analysis = analysis;
    this.events = events;
    this.siblings = new Siblings(open);
    this.waitPolicy = waitPolicy;
    this.shutdown = shutdown;
    this.backend = backend;
  }

  /** Others learn of this end, and it is settled how long it waits for them. */
  PendingClose firstLook(ConnectionRecord record, long now) {
    Evidence evidence = record.evidence();
    Surroundings.Builder alone = ofThisJvm(evidence);
    Finding finding = analysis.of(evidence, alone.build());
    boolean abnormal = CloseEventFactory.isAbnormal(evidence, finding);
    CloseSummary close = CloseSummary.of(evidence, abnormal);
    if (evidence.isOpened()) {
      siblings.add(close);
    }
    boolean ambiguous =
        abnormal && finding.confidence() != Confidence.CERTAIN
            || close.kind() == CloseSummary.Kind.DISMISSED
            || close.kind() == CloseSummary.Kind.DEAD;
    return waitPolicy.pending(record, close, ambiguous, now);
  }

  /** With what became of the others meanwhile: this finding is emitted. */
  CloseEvent explain(PendingClose pending, long now) {
    Evidence evidence = pending.record().evidence();
    Surroundings.Builder surroundings = ofThisJvm(evidence);
    if (evidence.isOpened() && pending.summary().kind() != CloseSummary.Kind.ORDERLY) {
      siblings.describe(pending.summary(), now, surroundings);
    }
    Surroundings around = surroundings.build();
    return events.create(evidence, analysis.of(evidence, around), around, epochOffset());
  }

  private Surroundings.Builder ofThisJvm(Evidence evidence) {
    return Surroundings.builder()
        .jvmStopping(shutdown.hadBegunBefore(evidence))
        .pauses(Pauses.of(backend.pauses()));
  }

  /** Microseconds where the JVM has them (Java 9 and later), else milliseconds. */
  private static long epochOffset() {
    Instant wall = Instant.now();
    return wall.getEpochSecond() * 1_000_000_000L + wall.getNano() - System.nanoTime();
  }
}
