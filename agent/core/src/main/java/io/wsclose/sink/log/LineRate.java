// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.log;

import io.wsclose.event.CloseEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How many lines a second are written, and what became of the others. For one thread. */
final class LineRate {
  private static final long SECOND_NANOS = 1_000_000_000L;

  private final int limit;
  private final Map<String, Integer> heldBack = new LinkedHashMap<>();
  private boolean begun;
  private long secondNanos;
  private int written;
  private boolean anyError;

  /**
   * @param limit lines a second; 0: all
   */
  LineRate(int limit) {
    this.limit = limit;
  }

  /** Whether a second is over of which there is something to sum up. */
  boolean isSummaryDue(long now) {
    return !heldBack.isEmpty() && now - secondNanos >= SECOND_NANOS;
  }

  boolean allows(CloseEvent event, long now) {
    if (limit == 0) {
      return true;
    }
    if (!begun || now - secondNanos >= SECOND_NANOS) {
      begun = true;
      secondNanos = now;
      written = 0;
    }
    if (written < limit) {
      written++;
      return true;
    }
    heldBack.merge(event.cause().id(), 1, Integer::sum);
    anyError |= event.isError();
    return false;
  }

  boolean hasHeldBack() {
    return !heldBack.isEmpty();
  }

  boolean heldBackAnyError() {
    return anyError;
  }

  /** Counts by cause, the most frequent first. */
  String takeSummary() {
    int all = heldBack.values().stream().mapToInt(Integer::intValue).sum();
    String causes =
        heldBack.entrySet().stream()
            .sorted((one, other) -> other.getValue() - one.getValue())
            .map(count -> count.getKey() + " " + count.getValue())
            .collect(Collectors.joining(", "));
    heldBack.clear();
    anyError = false;
    return all + " more websockets closed: " + causes;
  }
}
