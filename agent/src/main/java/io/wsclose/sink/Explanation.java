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
import java.time.Instant;

/**
 * Turns ended connections into events, with what the others say. For one thread.
 *
 * <p>Every end is analysed twice: {@link #firstLook} looks at it alone, which tells how long it has
 * to wait for others, and {@link #explain}, once the wait is over, looks at it among its siblings.
 * The first finding is forgotten.
 */
final class Explanation {
  private final Analysis analysis;
  private final CloseEventFactory events;
  private final Siblings siblings;
  private final Waits waits;
  private final Stopping stopping;
  private final RecordingBackend backend;

  Explanation(
      Analysis analysis,
      CloseEventFactory events,
      OpenConnections open,
      Waits waits,
      Stopping stopping,
      RecordingBackend backend) {
    this.analysis = analysis;
    this.events = events;
    this.siblings = new Siblings(open);
    this.waits = waits;
    this.stopping = stopping;
    this.backend = backend;
  }

  /** Others learn of this end, and it is settled how long it waits for them. */
  Held firstLook(ConnectionRecord record, long now) {
    Evidence evidence = record.evidence();
    Surroundings.Builder alone = ofThisJvm(evidence);
    Finding finding = analysis.of(evidence, alone.build());
    boolean abnormal = CloseEventFactory.isAbnormal(evidence, finding);
    Ending ending = Ending.of(evidence, abnormal);
    if (evidence.isOpened()) {
      siblings.add(ending);
    }
    boolean ambiguous =
        abnormal && finding.confidence() != Confidence.CERTAIN
            || ending.kind() == Ending.Kind.DISMISSED
            || ending.kind() == Ending.Kind.DEAD;
    return waits.held(record, ending, ambiguous, now);
  }

  /** With what became of the others meanwhile: this finding is told. */
  CloseEvent explain(Held held, long now) {
    Evidence evidence = held.record().evidence();
    Surroundings.Builder surroundings = ofThisJvm(evidence);
    if (evidence.isOpened() && held.ending().kind() != Ending.Kind.ORDERLY) {
      siblings.describe(held.ending(), now, surroundings);
    }
    Surroundings around = surroundings.build();
    return events.create(evidence, analysis.of(evidence, around), around, epochOffset());
  }

  private Surroundings.Builder ofThisJvm(Evidence evidence) {
    return Surroundings.builder()
        .jvmStopping(stopping.before(evidence))
        .pauses(Pauses.of(backend.pauses()));
  }

  /** Microseconds where the JVM has them (Java 9 and later), else milliseconds. */
  private static long epochOffset() {
    Instant wall = Instant.now();
    return wall.getEpochSecond() * 1_000_000_000L + wall.getNano() - System.nanoTime();
  }
}
