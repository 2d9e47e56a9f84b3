// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.path;

import io.wsclose.record.Evidence;
import io.wsclose.record.FrameSnapshot;
import io.wsclose.record.Traffic;
import java.util.List;
import java.util.OptionalLong;

/** The silence that a write of ours broke, where the end came within a second of that write. */
public final class BrokenSilence {
  /** A write this shortly before an end may have provoked it: an RST answers the packet. */
  static final long PROVOKED_NANOS = 1_000_000_000L;

  /** In a steady flow every end comes shortly after some write. */
  private static final long SILENCE_NANOS = 2_000_000_000L;

  private BrokenSilence() {}

  /** Whether a write of ours that broke a silence came so shortly before that it drew the end. */
  public static boolean provoked(Evidence evidence) {
    OptionalLong silence = before(evidence);
    return silence.isPresent() && silence.getAsLong() >= SILENCE_NANOS;
  }

  /** Whether no frame at all came before that write. */
  static boolean isSinceOpening(Evidence evidence) {
    return evidence.framesBefore().stream()
        .noneMatch(frame -> evidence.firstSignNanos() - frame.nanos() > PROVOKED_NANOS);
  }

  /** In nanoseconds; empty if there was no such write, or the frames kept do not reach back. */
  static OptionalLong before(Evidence evidence) {
    long sign = evidence.firstSignNanos();
    List<FrameSnapshot> frames = evidence.framesBefore();
    int i = frames.size() - 1;
    long firstWrite = 0;
    boolean wrote = false;
    while (i >= 0 && sign - frames.get(i).nanos() <= PROVOKED_NANOS) {
      if (frames.get(i).received()) {
        return OptionalLong.empty();
      }
      firstWrite = frames.get(i).nanos();
      wrote = true;
      i--;
    }
    if (!wrote || !reachesBack(evidence.traffic(), i)) {
      return OptionalLong.empty();
    }
    long silentSince = i < 0 ? evidence.openedNanos() : frames.get(i).nanos();
    return OptionalLong.of(Math.max(0, firstWrite - silentSince));
  }

  /** Whether no frame that was sent before is missing among those up to {@code last}. */
  private static boolean reachesBack(Traffic traffic, int last) {
    List<FrameSnapshot> frames = traffic.frames();
    long kept = frames.stream().filter(frame -> !frame.received()).count();
    return kept == traffic.framesSent()
        || frames.subList(0, last + 1).stream().anyMatch(frame -> !frame.received());
  }
}
