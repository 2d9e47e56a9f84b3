package io.wsclose.sink;

import io.wsclose.record.ConnectionRecord;
import io.wsclose.record.RecordingBackend;
import java.util.HashMap;
import java.util.Map;

/**
 * How many connections are open, all and by peer. Counted when an end asks for it, a few times a
 * second at most: keeping counters would cost every connection, and most never end badly.
 */
final class OpenConnections {
  private static final long STALE_NANOS = 250_000_000L;

  private final RecordingBackend backend;
  private final long settledNanos;
  private Count count = Count.NONE;
  private long countedNanos;

  /**
   * @param settledNanos for how long a connection must have been open to count: those that came
   *     after a mass end, to replace what was lost, were not there before it
   */
  OpenConnections(RecordingBackend backend, long settledNanos) {
    this.backend = backend;
    this.settledNanos = settledNanos;
  }

  Count count(long now) {
    if (count == Count.NONE || now - countedNanos > STALE_NANOS) {
      count = countNow(now - settledNanos);
      countedNanos = now;
    }
    return count;
  }

  private Count countNow(long openedBefore) {
    int all = 0;
    Map<String, Integer> byPeer = new HashMap<>();
    for (ConnectionRecord record : backend.open()) {
      if (record.isOpen() && record.openedNanos() - openedBefore <= 0) {
        all++;
        byPeer.merge(record.peerAddress(), 1, Integer::sum);
      }
    }
    return new Count(all, byPeer);
  }

  /** One count; immutable. */
  static final class Count {
    static final Count NONE = new Count(0, new HashMap<>());

    private final int all;
    private final Map<String, Integer> byPeer;

    Count(int all, Map<String, Integer> byPeer) {
      this.all = all;
      this.byPeer = byPeer;
    }

    int all() {
      return all;
    }

    int of(String peer) {
      return byPeer.getOrDefault(peer, 0);
    }
  }
}
