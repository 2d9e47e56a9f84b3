// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import io.wsclose.bootstrap.PingPayload;

/**
 * Pings of ours and their pongs (RFC 6455 section 5.5.2 and 5.5.3). A pong has the payload of the
 * ping that it answers, and answers those before it, too: a peer may answer the latest ping alone.
 * Where a stack does not show payloads, any pong answers all pings, and is timed against the last.
 */
final class PingWatch {
  /** How many unanswered pings are kept; all are counted. */
  private static final int MAX_KEPT = 8;

  /** Time and payload in turn, oldest first; most connections never send a ping. */
  private long[] waiting;

  private int kept;
  private int unanswered;
  private long lastPing;
  private long roundTrip = -1;

  synchronized void pingSent(long nanos, long payload) {
    if (waiting == null) {
      waiting = new long[2 * MAX_KEPT];
    }
    if (kept == MAX_KEPT) {
      removeFirst(1);
    }
    waiting[2 * kept] = nanos;
    waiting[2 * kept + 1] = payload;
    kept++;
    unanswered++;
    lastPing = nanos;
  }

  /** A pong that has no ping's payload is a one-way heartbeat and answers nothing. */
  synchronized void pongReceived(long nanos, long payload) {
    int answered = -1;
    int matches = 0;
    for (int i = 0; i < kept; i++) {
      if (isSame(payload, waiting[2 * i + 1])) {
        answered = i;
        matches++;
      }
    }
    if (matches == 0) {
      return;
    }
    // of several pings alike, it is not known which one this answers
    if (matches == 1 || payload == PingPayload.UNKNOWN) {
      roundTrip = nanos - waiting[2 * answered];
    }
    removeFirst(answered + 1);
    unanswered = kept;
  }

  private static boolean isSame(long pong, long ping) {
    return pong == ping || pong == PingPayload.UNKNOWN || ping == PingPayload.UNKNOWN;
  }

  private void removeFirst(int count) {
    System.arraycopy(waiting, 2 * count, waiting, 0, 2 * (kept - count));
    kept -= count;
  }

  synchronized int unanswered() {
    return unanswered;
  }

  /** When the last ping was sent; 0 if none was. */
  synchronized long lastPing() {
    return lastPing;
  }

  /** Of the last ping whose answer is known; -1 if there was none. */
  synchronized long roundTripNanos() {
    return roundTrip;
  }
}
