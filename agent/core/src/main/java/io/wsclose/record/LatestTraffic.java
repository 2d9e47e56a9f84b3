// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import io.wsclose.bootstrap.FrameRing;

/**
 * What had passed when a fact was recorded. The rings keep the last frames only: where many follow
 * a fact, they no longer say how long nothing had come before it.
 */
final class LatestTraffic {
  /** No time: no reading of the clock has this value within a JVM's life. */
  static final long NONE = Long.MIN_VALUE;

  static final LatestTraffic UNKNOWN = new LatestTraffic(NONE, NONE, 0, 0);

  private final long received;
  private final long sent;
  private final int unansweredPings;
  private final long lastPing;

  LatestTraffic(long received, long sent, int unansweredPings, long lastPing) {
    this.received = received;
    this.sent = sent;
    this.unansweredPings = unansweredPings;
    this.lastPing = lastPing;
  }

  static LatestTraffic of(FrameRing received, FrameRing sent, PingWatch pings) {
    return new LatestTraffic(
        received.lastNanos(NONE), sent.lastNanos(NONE), pings.unanswered(), pings.lastPing());
  }

  /** When the last frame was received, Close frames aside; {@link #NONE} if there was none. */
  long received() {
    return received;
  }

  /** The same for frames sent. */
  long sent() {
    return sent;
  }

  int unansweredPings() {
    return unansweredPings;
  }

  /** 0 if no ping had been sent. */
  long lastPing() {
    return lastPing;
  }
}
