// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.siblings;

import io.wsclose.cause.SameTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * The ends of the last quarter of an hour that a timer may have brought about, to find others that
 * came after the same time. For one thread.
 */
final class SameTimes {
  private static final long KEPT_NANOS = 15 * 60 * 1_000_000_000L;
  private static final int MAX_KEPT = 1024;

  /** Ends of one such stretch are one occasion: what came together agrees for that alone. */
  private static final long OCCASION_NANOS = 2_000_000_000L;

  private final Deque<CloseSummary> endings = new ArrayDeque<>();

  void add(CloseSummary ending) {
    if (!ending.mayBeTimed()) {
      return;
    }
    endings.add(ending);
    long oldest = ending.nanos() - KEPT_NANOS;
    while (endings.size() > MAX_KEPT || endings.peek().nanos() - oldest < 0) {
      endings.remove();
    }
  }

  SameTime sameIdle(CloseSummary mine) {
    return mine.mayBeTimed() && mine.isIdleLongEnough()
        ? same(mine, mine.idleNanos(), true)
        : SameTime.NONE;
  }

  SameTime sameAge(CloseSummary mine) {
    return mine.mayBeTimed() && mine.isOldEnough()
        ? same(mine, mine.ageNanos(), false)
        : SameTime.NONE;
  }

  private SameTime same(CloseSummary mine, long time, boolean idle) {
    long tolerance = SameTime.toleranceNanos(time);
    long ring = SameTime.ringNanos(time);
    Set<String> clients = new HashSet<>();
    Set<Long> occasions = new HashSet<>();
    clients.add(mine.client());
    occasions.add(occasion(mine));
    int others = 0;
    int around = 0;
    for (CloseSummary other : endings) {
      long apart = Math.abs((idle ? other.idleNanos() : other.ageNanos()) - time);
      boolean same =
          other == mine || mine.transport() != 0 && other.transport() == mine.transport();
      if (same || apart > ring || other.isProxied() != mine.isProxied()) {
        continue;
      }
      if (apart > tolerance) {
        around++;
      } else {
        others++;
        clients.add(other.client());
        occasions.add(occasion(other));
      }
    }
    return new SameTime(others, around, clients.size(), occasions.size());
  }

  private static Long occasion(CloseSummary ending) {
    return Math.floorDiv(ending.nanos(), OCCASION_NANOS);
  }
}
