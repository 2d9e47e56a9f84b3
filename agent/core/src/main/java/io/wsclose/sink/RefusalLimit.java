// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink;

import io.wsclose.record.ConnectionRecord;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Refused handshakes, of which a client can send thousands a second at next to no cost: so many a
 * second become events, the others are counted by HTTP status. From any thread.
 */
final class RefusalLimit {
  private static final long SECOND_NANOS = 1_000_000_000L;

  /** A fleet of clients that comes back after a deployment is no attack. */
  private static final int BURST_SECONDS = 10;

  /** Statuses are the application's choice; what is beyond is counted together. */
  private static final int MAX_STATUSES = 32;

  private static final String OTHERS = "other";

  private final int rate;
  private final long summaryNanos;
  private final Map<String, Integer> counts = new TreeMap<>();
  private boolean begun;
  private long refilledNanos;
  private long creditNanos;
  private long summedNanos;

  /**
   * @param rate how many a second become events; 0: all
   * @param summaryNanos how long to wait from one summary to the next
   */
  RefusalLimit(int rate, long summaryNanos) {
    this.rate = rate;
    this.summaryNanos = summaryNanos;
  }

  /** Whether this one becomes an event; if not, it has been counted. */
  boolean allows(ConnectionRecord refused, long now) {
    if (rate == 0) {
      return true;
    }
    synchronized (this) {
      refill(now);
      long price = SECOND_NANOS / rate;
      if (creditNanos >= price) {
        creditNanos -= price;
        return true;
      }
      String status = Integer.toString(refused.status());
      boolean known = counts.size() < MAX_STATUSES || counts.containsKey(status);
      counts.merge(known ? status : OTHERS, 1, Integer::sum);
      return false;
    }
  }

  private void refill(long now) {
    long burst = BURST_SECONDS * SECOND_NANOS;
    creditNanos = begun ? Math.min(burst, creditNanos + Math.max(0, now - refilledNanos)) : burst;
    begun = true;
    refilledNanos = now;
  }

  synchronized boolean isSummaryDue(long now) {
    return !counts.isEmpty() && (summedNanos == 0 || now - summedNanos >= summaryNanos);
  }

  /** Counts by status, the most frequent first; empty if there are none. */
  synchronized String takeSummary(long now) {
    if (counts.isEmpty()) {
      return "";
    }
    long all = counts.values().stream().mapToLong(Integer::longValue).sum();
    String statuses =
        counts.entrySet().stream()
            .sorted((one, other) -> Integer.compare(other.getValue(), one.getValue()))
            .map(count -> count.getKey() + " " + count.getValue())
            .collect(Collectors.joining(", "));
    counts.clear();
    summedNanos = now;
    return all
        + " more websocket handshakes refused: "
        + statuses
        + " (no event for each: refused.rate="
        + rate
        + ")";
  }
}
