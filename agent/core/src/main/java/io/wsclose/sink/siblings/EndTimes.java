// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.siblings;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Ends in slots of 50 ms, so that what came together with one of them is found without a look at
 * all: an incident may end thousands in one instant. For one thread.
 */
final class EndTimes {
  private static final long SLOT_NANOS = 50_000_000L;

  /** A window of 2 s. */
  private static final int WINDOW = 40;

  /** 0.3 s: what ends within it ended at once. */
  private static final int INSTANT = 6;

  /** The share of the ends of a window that makes an instant in it the better description. */
  private static final double MOST = 0.8;

  private static final int HALF_A_MINUTE = 560;

  private final TreeMap<Long, Slot> slots = new TreeMap<>();

  /** Ends of one slot, oldest first as they were added. */
  private static final class Slot {
    private final Deque<CloseSummary> endings = new ArrayDeque<>();
    private final int[] counts = new int[CloseSummary.Kind.values().length];
    private long firstNanos = Long.MAX_VALUE;
    private long lastNanos = Long.MIN_VALUE;

    private void add(CloseSummary ending) {
      endings.add(ending);
      counts[ending.kind().ordinal()]++;
      firstNanos = Math.min(firstNanos, ending.nanos());
      lastNanos = Math.max(lastNanos, ending.nanos());
    }

    private int count(Set<CloseSummary.Kind> kinds) {
      int count = 0;
      for (CloseSummary.Kind kind : kinds) {
        count += counts[kind.ordinal()];
      }
      return count;
    }
  }

  static long slotOf(CloseSummary ending) {
    return Math.floorDiv(ending.nanos(), SLOT_NANOS);
  }

  void add(CloseSummary ending) {
    slots.computeIfAbsent(slotOf(ending), key -> new Slot()).add(ending);
  }

  /**
   * Forgets an end; to be called in the order in which they were added.
   *
   * @return whether none is left
   */
  boolean remove(CloseSummary oldest) {
    Slot slot = slots.get(slotOf(oldest));
    if (slot != null && slot.endings.remove(oldest)) {
      slot.counts[oldest.kind().ordinal()]--;
      if (slot.endings.isEmpty()) {
        slots.remove(slotOf(oldest));
      }
    }
    return slots.isEmpty();
  }

  /** The most ends of these kinds that one window, or one instant, has together with this slot. */
  Group around(long mine, EnumSet<CloseSummary.Kind> kinds) {
    Group window = fullest(mine, WINDOW, kinds);
    Group instant = fullest(mine, INSTANT, kinds);
    return instant.count >= MOST * window.count ? instant : window;
  }

  /** The most ends of these kinds that one window of 2 s has together with this slot. */
  Group window(long mine, EnumSet<CloseSummary.Kind> kinds) {
    return fullest(mine, WINDOW, kinds);
  }

  private Group fullest(long mine, int length, EnumSet<CloseSummary.Kind> kinds) {
    int[] counts = new int[2 * length - 1];
    long first = mine - length + 1;
    for (Map.Entry<Long, Slot> slot : slots.subMap(first, mine + length).entrySet()) {
      counts[(int) (slot.getKey() - first)] = slot.getValue().count(kinds);
    }
    int sum = 0;
    int most = 0;
    int start = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += counts[i] - (i >= length ? counts[i - length] : 0);
      if (sum > most && i >= length - 1) {
        most = sum;
        start = i - length + 1;
      }
    }
    return new Group(kinds, first + start, length, most);
  }

  /** Ends of some kinds in one stretch of slots. */
  final class Group {
    private final EnumSet<CloseSummary.Kind> kinds;
    private final long firstSlot;
    private final int length;
    private final int count;

    private Group(EnumSet<CloseSummary.Kind> kinds, long firstSlot, int length, int count) {
      this.kinds = kinds;
      this.firstSlot = firstSlot;
      this.length = length;
      this.count = count;
    }

    int count() {
      return count;
    }

    /** Those of these kinds; every second, third … where they are more than {@code limit}. */
    List<CloseSummary> members(int limit) {
      int step = count / limit + 1;
      int passed = 0;
      List<CloseSummary> members = new ArrayList<>(Math.min(limit, count));
      for (Slot slot : holding().values()) {
        for (CloseSummary ending : slot.endings) {
          if (kinds.contains(ending.kind()) && passed++ % step == 0) {
            members.add(ending);
          }
        }
      }
      return members;
    }

    /** To 50 ms where an end of another kind is beside it. */
    long firstNanos() {
      return holding().firstEntry().getValue().firstNanos;
    }

    long lastNanos() {
      return holding().lastEntry().getValue().lastNanos;
    }

    /** The slots that hold some of them. */
    private TreeMap<Long, Slot> holding() {
      TreeMap<Long, Slot> holding = new TreeMap<>();
      for (Map.Entry<Long, Slot> slot : slots.subMap(firstSlot, firstSlot + length).entrySet()) {
        if (slot.getValue().count(kinds) > 0) {
          holding.put(slot.getKey(), slot.getValue());
        }
      }
      return holding;
    }

    /** How many of these kinds are timeouts or the like. */
    int count(CloseSummary.Kind kind) {
      return sum(firstSlot, firstSlot + length, EnumSet.of(kind));
    }

    /** How many of other kinds ended in the same stretch. */
    int otherwise() {
      return sum(firstSlot, firstSlot + length, EnumSet.complementOf(kinds));
    }

    /** How many ended in the stretch otherwise, or after it. */
    int otherwiseOrLater() {
      return otherwise()
          + sum(firstSlot + length, Long.MAX_VALUE, EnumSet.allOf(CloseSummary.Kind.class));
    }

    /**
     * How many of these kinds 2 s had in the half minute before, or since the first of them if they
     * only began then.
     */
    double usual() {
      int before = sum(firstSlot - HALF_A_MINUTE, firstSlot, kinds);
      for (Map.Entry<Long, Slot> slot :
          slots.subMap(firstSlot - HALF_A_MINUTE, firstSlot).entrySet()) {
        if (slot.getValue().count(kinds) > 0) {
          return (double) before * WINDOW / (firstSlot - slot.getKey() + WINDOW);
        }
      }
      return 0;
    }

    private int sum(long from, long to, EnumSet<CloseSummary.Kind> which) {
      int sum = 0;
      for (Slot slot : slots.subMap(from, to).values()) {
        sum += slot.count(which);
      }
      return sum;
    }
  }
}
