package io.wsclose.record;

/** Pings of ours and their pongs (RFC 6455 section 5.5.2 and 5.5.3). */
final class PingWatch {
  private int unanswered;
  private long lastPing;
  private long roundTrip = -1;

  synchronized void pingSent(long nanos) {
    unanswered++;
    lastPing = nanos;
  }

  /** A pong without a ping before it is a one-way heartbeat and answers nothing. */
  synchronized void pongReceived(long nanos) {
    if (unanswered > 0) {
      roundTrip = nanos - lastPing;
    }
    unanswered = 0;
  }

  synchronized int unanswered() {
    return unanswered;
  }

  /** When the last ping was sent; 0 if none was. */
  synchronized long lastPing() {
    return lastPing;
  }

  /** Of the last answered ping; -1 if there was none. */
  synchronized long roundTripNanos() {
    return roundTrip;
  }
}
