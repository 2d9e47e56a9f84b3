// SPDX-License-Identifier: Apache-2.0
package io.wsclose.event;

import io.wsclose.record.FrameSnapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * One frame, or several alike that were queued and never left this JVM: a peer that does not read
 * leaves hundreds of them, and the last one says no more than the first.
 */
final class FrameRun {
  /** Two are read as fast as one and a number. */
  private static final int LEAST = 3;

  private final FrameSnapshot first;
  private final FrameSnapshot last;
  private final int count;

  private FrameRun(List<FrameSnapshot> alike) {
    this.first = alike.get(0);
    this.last = alike.get(alike.size() - 1);
    this.count = alike.size();
  }

  static List<FrameRun> of(List<FrameSnapshot> frames) {
    List<FrameRun> runs = new ArrayList<>();
    int from = 0;
    while (from < frames.size()) {
      int to = from + 1;
      while (to < frames.size() && isAlike(frames.get(from), frames.get(to))) {
        to++;
      }
      int length = to - from >= LEAST ? to - from : 1;
      runs.add(new FrameRun(frames.subList(from, from + length)));
      from += length;
    }
    return runs;
  }

  private static boolean isAlike(FrameSnapshot one, FrameSnapshot other) {
    return !one.hasLeft()
        && !other.hasLeft()
        && one.opcode().equals(other.opcode())
        && one.fin() == other.fin()
        && one.compressed() == other.compressed()
        && one.length() == other.length();
  }

  /** The earliest of them. */
  FrameSnapshot frame() {
    return first;
  }

  FrameSnapshot last() {
    return last;
  }

  int count() {
    return count;
  }
}
