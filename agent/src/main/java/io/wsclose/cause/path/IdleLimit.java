package io.wsclose.cause.path;

import io.wsclose.cause.Confidence;
import io.wsclose.cause.Figures;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.socket.SocketEnd;
import io.wsclose.intermediary.Intermediaries;
import io.wsclose.record.Evidence;
import java.util.Optional;

/**
 * A silence before the end that a limit on the path explains: a default in the table of known
 * intermediaries, or a time after which other connections ended too.
 */
final class IdleLimit {
  private static final int SIBLINGS = 3;

  /** Ends soon after a frame cluster by themselves: that shows no timer. */
  private static final double SHORTEST_OBSERVED_SECONDS = 5;

  private final SocketEnd end;
  private final double seconds;
  private final Suspects suspects;
  private final boolean siblings;

  private IdleLimit(SocketEnd end, double seconds, Suspects suspects, boolean siblings) {
    this.end = end;
    this.seconds = seconds;
    this.suspects = suspects;
    this.siblings = siblings;
  }

  static Optional<IdleLimit> of(Evidence evidence, Surroundings surroundings) {
    Optional<SocketEnd> end = SocketEnd.of(evidence).filter(last -> last.isEof() || last.isReset());
    if (!end.isPresent() || evidence.idleSentNanos() < BrokenSilence.PROVOKED_NANOS) {
      return Optional.empty();
    }
    double sent = Figures.seconds(evidence.idleSentNanos());
    double either = Figures.seconds(evidence.silenceNanos());
    Suspects suspects =
        Suspects.of(Intermediaries.known().closingAfterIdle(either, sent), evidence.handshake());
    boolean siblings = surroundings.sameIdle() >= SIBLINGS && either >= SHORTEST_OBSERVED_SECONDS;
    return suspects.isEmpty() && !siblings
        ? Optional.empty()
        : Optional.of(new IdleLimit(end.get(), either, suspects, siblings));
  }

  SocketEnd end() {
    return end;
  }

  /** Measured silence, the shorter of both directions. */
  double seconds() {
    return seconds;
  }

  Suspects suspects() {
    return suspects;
  }

  /** Whether a header, or at least three other ends, agree with the timing. */
  boolean isCorroborated() {
    return siblings || suspects.isRecognised();
  }

  Confidence confidence() {
    return isCorroborated() ? Confidence.LIKELY : Confidence.POSSIBLE;
  }

  /** The limit of the best suspect, or the silence itself where none is known. */
  double limitSeconds() {
    return suspects.first().map(row -> row.idleSeconds()).orElse((double) Math.round(seconds));
  }
}
