package io.wsclose.sink;

import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import io.wsclose.record.FactKind;
import java.util.Optional;

/** What is remembered of one end to compare others with; immutable and small. */
final class Ending {
  private final long nanos;
  private final long idleNanos;
  private final long ageNanos;
  private final String peer;
  private final boolean abnormal;
  private final boolean fromOutside;
  private final boolean failure;

  Ending(
      long nanos,
      long idleNanos,
      long ageNanos,
      String peer,
      boolean abnormal,
      boolean fromOutside,
      boolean failure) {
    this.nanos = nanos;
    this.idleNanos = idleNanos;
    this.ageNanos = ageNanos;
    this.peer = peer;
    this.abnormal = abnormal;
    this.fromOutside = fromOutside;
    this.failure = failure;
  }

  static Ending of(Evidence evidence, boolean abnormal) {
    Optional<Fact> sign = evidence.firstSign();
    boolean fromOutside =
        sign.isPresent()
            && (sign.get().is(FactKind.END_OF_STREAM) || sign.get().is(FactKind.SOCKET_FAILED));
    return new Ending(
        evidence.firstSignNanos(),
        evidence.silenceNanos(),
        evidence.ageNanos(),
        evidence.handshake().peerAddress(),
        abnormal,
        fromOutside,
        fromOutside && sign.get().is(FactKind.SOCKET_FAILED));
  }

  long nanos() {
    return nanos;
  }

  /** The shorter of both directions: a timeout on the path runs while nothing flows either way. */
  long idleNanos() {
    return idleNanos;
  }

  long ageNanos() {
    return ageNanos;
  }

  /** Address without port. */
  String peer() {
    return peer;
  }

  boolean isAbnormal() {
    return abnormal;
  }

  /** Whether that was a reset or a timeout, and no FIN. */
  boolean isFailure() {
    return failure;
  }

  /** Whether the socket said it first, and nothing in this JVM or in a frame did. */
  boolean isFromOutside() {
    return fromOutside;
  }
}
