// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause;

import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import io.wsclose.record.FactKind;
import io.wsclose.record.FrameSnapshot;
import io.wsclose.record.UnparsableBytes;
import java.util.Optional;

/** Which frame the parser or a validator refused. */
public final class RefusedFrame {
  /** A frame is refused on the thread that read it, as soon as its payload is there. */
  private static final long REFUSAL_NANOS = 50_000_000L;

  private RefusedFrame() {}

  /** Where it was read whole before: the last frame that passed, if it came in. */
  public static Optional<FrameSnapshot> in(Evidence evidence) {
    boolean extensions = !evidence.handshake().extensions().isEmpty();
    Optional<Fact> unparsable = evidence.first(FactKind.UNPARSABLE);
    return unparsable.isPresent()
        ? unparsable
            .flatMap(refusal -> lastBefore(refusal, evidence))
            .filter(frame -> frame.isIllFormed(extensions))
        : evidence.first(FactKind.PARSER_FAILED).flatMap(refusal -> lastBefore(refusal, evidence));
  }

  private static Optional<FrameSnapshot> lastBefore(Fact refusal, Evidence evidence) {
    return evidence.traffic().frames().stream()
        .filter(frame -> !frame.isAfter(refusal))
        .reduce((earlier, later) -> later)
        .filter(FrameSnapshot::received)
        .filter(frame -> refusal.nanos() - frame.nanos() <= REFUSAL_NANOS);
  }

  /** Whether it was a Close frame without the mask that a server requires. */
  public static boolean isUnmaskedClose(Evidence evidence) {
    return evidence
        .first(FactKind.UNPARSABLE)
        .filter(fact -> fact.text().startsWith(UnparsableBytes.UNMASKED_CLOSE))
        .isPresent();
  }
}
