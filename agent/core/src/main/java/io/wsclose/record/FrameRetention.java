// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

/** What a record keeps of frames. */
public final class FrameRetention {
  /** Idle times need the last frame before the first sign of the end, shown or not. */
  private static final int MIN_FRAMES = 4;

  private final int count;
  private final int previewBytes;

  private FrameRetention(int count, int previewBytes) {
    this.count = count;
    this.previewBytes = previewBytes;
  }

  /**
   * @param shown how many of the last frames an event shows, of both directions together
   * @param previewBytes how much of each payload is shown, 0 for nothing
   */
  public static FrameRetention of(int shown, int previewBytes) {
    int powerOfTwo = Integer.highestOneBit(Math.max(0, shown * 2 - 1));
    return new FrameRetention(Math.max(MIN_FRAMES, powerOfTwo), previewBytes);
  }

  /** Of each direction; a power of two. */
  int count() {
    return count;
  }

  int previewBytes() {
    return previewBytes;
  }
}
