// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.siblings;

import io.wsclose.cause.MassClose;
import io.wsclose.cause.SameTime;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Units;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Recent ends of this JVM, to tell what one connection cannot: ends that come together, and ends
 * that come after the same time. For one thread.
 *
 * <p>It is transports that are counted: the streams of one HTTP/2 connection end together with it,
 * and say no more about the path than one of them.
 */
public final class Siblings {
  private static final long SECOND = 1_000_000_000L;

  /** Ends of one kind on one transport within it are one end. */
  private static final long TOGETHER_NANOS = 2 * SECOND;

  /** Longer than any end waits before it is compared, and its window before it. */
  private static final long RECENT_NANOS = 35 * SECOND;

  /** A device that changes its network may use both for so long. */
  private static final long MOVING_NANOS = 5 * SECOND;

  /** For so long the count of open connections is taken as it was. */
  private static final long FRESH_NANOS = SECOND / 4;

  private static final int MAX_RECENT = 16_384;

  /** Of a larger crowd so many are looked at one by one. */
  private static final int SAMPLE = 256;

  /** Below it, nothing is a crowd. */
  private static final int LEAST = 5;

  /** Shorter times are the same by themselves. */
  private static final long SHORTEST_SAME_NANOS = 3 * SECOND;

  private static final EnumSet<CloseSummary.Kind> FAILURES =
      EnumSet.of(CloseSummary.Kind.RESET, CloseSummary.Kind.DEAD);
  private static final EnumSet<CloseSummary.Kind> CLOSES =
      EnumSet.of(CloseSummary.Kind.EOF, CloseSummary.Kind.RESET);
  private static final EnumSet<CloseSummary.Kind> FROM_OUTSIDE =
      EnumSet.of(CloseSummary.Kind.EOF, CloseSummary.Kind.RESET, CloseSummary.Kind.DEAD);
  private static final EnumSet<CloseSummary.Kind> ABNORMAL =
      EnumSet.of(
          CloseSummary.Kind.EOF,
          CloseSummary.Kind.RESET,
          CloseSummary.Kind.DEAD,
          CloseSummary.Kind.LOCAL);

  private final Deque<CloseSummary> recent = new ArrayDeque<>();
  private final Map<Long, CloseSummary> byTransport = new HashMap<>();
  private final EndTimes times = new EndTimes();
  private final Map<Object, EndTimes> timesOfHop = new HashMap<>();
  private final SameTimes sameTimes = new SameTimes();
  private final Survivals survivals = new Survivals();
  private final OpenConnections open;
  private long added;
  private List<Object> lastAsked = Collections.emptyList();
  private MassClose lastCrowd = MassClose.NONE;

  public Siblings(OpenConnections open) {
    this.open = open;
  }

  /** Every end of a connection that had opened, orderly ones too. */
  public void add(CloseSummary ending) {
    survivals.add(ending);
    if (stoodForBefore(ending)) {
      return;
    }
    added++;
    recent.add(ending);
    times.add(ending);
    timesOfHop.computeIfAbsent(ending.hop(), hop -> new EndTimes()).add(ending);
    long oldest = ending.nanos() - RECENT_NANOS;
    while (recent.size() > MAX_RECENT || recent.peek().nanos() - oldest < 0) {
      forget(recent.remove());
    }
    sameTimes.add(ending);
  }

  /** Whether an end of the same transport is counted already, as the same thing happened to it. */
  private boolean stoodForBefore(CloseSummary ending) {
    if (ending.transport() == 0) {
      return false;
    }
    CloseSummary first = byTransport.get(keyOf(ending));
    if (first != null && Math.abs(ending.nanos() - first.nanos()) <= TOGETHER_NANOS) {
      return true;
    }
    byTransport.put(keyOf(ending), ending);
    return false;
  }

  private static Long keyOf(CloseSummary ending) {
    return ending.transport() * CloseSummary.Kind.values().length + ending.kind().ordinal();
  }

  private void forget(CloseSummary ending) {
    if (ending.transport() != 0) {
      byTransport.remove(keyOf(ending), ending);
    }
    times.remove(ending);
    EndTimes ofHop = timesOfHop.get(ending.hop());
    if (ofHop != null && ofHop.remove(ending)) {
      timesOfHop.remove(ending.hop());
    }
  }

  /** What the other ends say about {@code mine}. */
  public void describe(CloseSummary mine, long now, Surroundings.Builder surroundings) {
    EnumSet<CloseSummary.Kind> comparable = comparable(mine);
    int together = others(times, mine, comparable);
    surroundings
        .closedTogether(together, others(ofHop(mine), mine, comparable))
        .openBefore(open.size() + 1 + together)
        .alike(sameTimes.sameIdle(mine), sameTimes.sameAge(mine))
        .survived(survivals.silenceOn(mine), survivals.lifeOn(mine));
    if (FROM_OUTSIDE.contains(mine.kind()) && together < LEAST) {
      surroundings.cameBack(cameBack(mine, now));
    }
    if (mine.isProxied()) {
      surroundings.openOfHop(open.of(mine.hop(), now).openedBy(mine.nanos()));
    }
    if (mine.kind() == CloseSummary.Kind.DISMISSED || CLOSES.contains(mine.kind())) {
      EnumSet<CloseSummary.Kind> kinds =
          mine.kind() == CloseSummary.Kind.DISMISSED ? EnumSet.of(mine.kind()) : CLOSES;
      surroundings.ofHop(crowdOfHop(mine, kinds, now));
    }
    if (FAILURES.contains(mine.kind())) {
      EndTimes.Group group = times.around(EndTimes.slotOf(mine), FAILURES);
      if (group.count() >= LEAST) {
        MassClose failures = crowd(group, open.all(now), ending -> ending.hop().toString());
        surroundings.failures(failures, group.count(CloseSummary.Kind.DEAD));
      }
    }
  }

  /**
   * In words, what looks like the same client on another network: the only connection of the same
   * path and user agent, opened after this one's peer was last heard of. Many users of one address
   * look alike, so it is a guess.
   */
  private String cameBack(CloseSummary mine, long now) {
    return open.onlyOneElsewhere(mine, now)
        .filter(record -> record.openedNanos() - mine.heardNanos() >= -MOVING_NANOS)
        .map(
            record ->
                "a connection of the same path and user agent was opened from "
                    + CloseSummary.clientOf(record.handshake())
                    + " "
                    + Units.duration(Math.abs(mine.nanos() - record.openedNanos()))
                    + (mine.nanos() - record.openedNanos() >= 0 ? " before" : " after")
                    + " this end: perhaps the same client on another network")
        .orElse(null);
  }

  /** Members of one crowd are asked for one after the other, and all have the same. */
  private MassClose crowdOfHop(CloseSummary mine, EnumSet<CloseSummary.Kind> kinds, long now) {
    List<Object> asked =
        Arrays.asList(mine.hop(), EndTimes.slotOf(mine), kinds, added, now / FRESH_NANOS);
    if (!asked.equals(lastAsked)) {
      EndTimes.Group group = ofHop(mine).around(EndTimes.slotOf(mine), kinds);
      lastCrowd =
          group.count() < LEAST
              ? MassClose.NONE
              : crowd(group, open.of(mine.hop(), now), CloseSummary::client);
      lastAsked = asked;
    }
    return lastCrowd;
  }

  /**
   * What the network did to one connection is compared with what it did to others; ends that this
   * JVM or a peer's frame brought about say nothing about the path.
   */
  private static EnumSet<CloseSummary.Kind> comparable(CloseSummary mine) {
    if (mine.kind() == CloseSummary.Kind.DISMISSED) {
      return EnumSet.of(mine.kind());
    }
    return FROM_OUTSIDE.contains(mine.kind()) ? FROM_OUTSIDE : ABNORMAL;
  }

  private EndTimes ofHop(CloseSummary mine) {
    EndTimes ofHop = timesOfHop.get(mine.hop());
    return ofHop == null ? new EndTimes() : ofHop;
  }

  private static int others(EndTimes times, CloseSummary mine, EnumSet<CloseSummary.Kind> kinds) {
    return Math.max(0, times.window(EndTimes.slotOf(mine), kinds).count() - 1);
  }

  private static MassClose crowd(
      EndTimes.Group group, OpenConnections.Hop stillOpen, Function<CloseSummary, String> owner) {
    List<CloseSummary> sample = group.members(SAMPLE);
    Map<String, Integer> byOwner = new HashMap<>();
    long first = group.firstNanos();
    for (CloseSummary ending : sample) {
      byOwner.merge(owner.apply(ending), 1, Integer::sum);
    }
    int largest = byOwner.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    int remained = stillOpen.openedBy(first) + group.otherwiseOrLater();
    return MassClose.builder()
        .ended(
            group.count(),
            group.lastNanos() - first,
            byOwner.size(),
            (int) ((long) largest * group.count() / Math.max(1, sample.size())))
        .remained(
            remained,
            stillOpen.openedAfter(first),
            stillOpen.hasOtherThan(byOwner.keySet().iterator().next()))
        .background(group.otherwise(), group.usual())
        .same(isSame(sample, CloseSummary::idleNanos), isSame(sample, CloseSummary::ageNanos))
        .build();
  }

  /** Whether nearly all lie within the error of one timer. */
  private static boolean isSame(List<CloseSummary> sample, ToLongFunction<CloseSummary> time) {
    List<Long> sorted = new ArrayList<>();
    for (CloseSummary ending : sample) {
      sorted.add(time.applyAsLong(ending));
    }
    sorted.sort(null);
    long median = sorted.get(sorted.size() / 2);
    long near =
        sorted.stream()
            .filter(value -> Math.abs(value - median) <= SameTime.toleranceNanos(median))
            .count();
    return median >= SHORTEST_SAME_NANOS && near >= 0.8 * sorted.size();
  }
}
