// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

/** Frames of the past, for tests. */
public final class TimedFrames {
  private TimedFrames() {}

  public static void add(
      Connection connection,
      boolean received,
      long nanos,
      int opcode,
      boolean fin,
      int rsv,
      long length) {
    FrameRing ring = received ? connection.received() : connection.sent();
    ring.add(nanos, connection.nextSequence(), opcode, fin, rsv, length);
  }

  /** When the transport last took a part of what it was given. */
  public static void taken(Connection connection, long nanos) {
    connection.takenAt(nanos);
  }
}
