// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

/** Opens the rings to tests that need frames at times of their own. */
public final class FrameRings {
  private FrameRings() {}

  public static FrameRing ofCapacity(int capacity) {
    return new FrameRing(capacity, false);
  }

  public static void add(FrameRing ring, long nanos, int sequence, int opcode, long length) {
    ring.add(nanos, sequence, opcode, true, 0, length);
  }
}
