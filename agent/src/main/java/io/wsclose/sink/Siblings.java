package io.wsclose.sink;

import io.wsclose.cause.Surroundings;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Recent ends of this JVM, to tell what one connection cannot: ends that come together, and ends
 * that come after the same time. For one thread.
 */
final class Siblings {
  static final long TOGETHER_NANOS = 2_000_000_000L;

  private static final long SECOND = 1_000_000_000L;

  /** Longer than any end waits before it is compared, and its window before it. */
  private static final long RECENT_NANOS = 30 * SECOND;

  private static final int MAX_RECENT = 16_384;
  private static final long HISTORY_NANOS = 15 * 60 * SECOND;
  private static final int MAX_HISTORY = 1024;

  /** Below this, idle times and ages agree within the tolerance by chance. */
  private static final long MIN_ALIKE_NANOS = 5 * SECOND;

  /** Enough for every rule that asks for different peers. */
  private static final int MAX_PEERS = 64;

  private final Deque<Ending> recent = new ArrayDeque<>();
  private final Deque<Ending> history = new ArrayDeque<>();

  /** Every end of a connection that had opened, orderly ones too. */
  void add(Ending ending) {
    recent.add(ending);
    trim(recent, MAX_RECENT, ending.nanos() - RECENT_NANOS);
    if (ending.isAbnormal() && ending.isFromOutside()) {
      history.add(ending);
      trim(history, MAX_HISTORY, ending.nanos() - HISTORY_NANOS);
    }
  }

  private static void trim(Deque<Ending> endings, int limit, long oldest) {
    while (endings.size() > limit || !endings.isEmpty() && endings.peek().nanos() - oldest < 0) {
      endings.remove();
    }
  }

  /**
   * What the other ends say about {@code mine}.
   *
   * @param open connections that are open now and were before the ends in question
   */
  void describe(Ending mine, OpenConnections.Count open, Surroundings.Builder surroundings) {
    Tally siblings = new Tally(mine);
    Tally failed = new Tally(mine);
    Tally otherwise = new Tally(mine);
    Tally endedSince = new Tally(mine);
    for (Ending other : recent) {
      if (other.nanos() - mine.nanos() >= -TOGETHER_NANOS) {
        endedSince.add(other);
      }
      if (other == mine || !isTogether(mine, other)) {
        continue;
      }
      boolean sibling = isSibling(mine, other);
      (sibling ? siblings : otherwise).add(other);
      if (sibling && other.isFailure()) {
        failed.add(other);
      }
    }
    surroundings
        .closedTogether(siblings.all, siblings.ofPeer)
        .failedTogether(failed.all, failed.peers.size())
        .otherwiseTogether(otherwise.all, otherwise.ofPeer)
        .openBefore(open.all() + endedSince.all, open.of(mine.peer()) + endedSince.ofPeer)
        .alike(alike(mine, true), alike(mine, false));
  }

  /** Counts ends, all and those of one's own peer address. */
  private static final class Tally {
    private final String peer;
    private final Set<String> peers = new HashSet<>();
    private int all;
    private int ofPeer;

    private Tally(Ending mine) {
      peer = mine.peer();
      peers.add(peer);
    }

    private void add(Ending other) {
      all++;
      ofPeer += other.peer().equals(peer) ? 1 : 0;
      if (peers.size() < MAX_PEERS) {
        peers.add(other.peer());
      }
    }
  }

  /**
   * What the network did to one connection is compared with what it did to others; ends that this
   * JVM or a peer's frame brought about say nothing about the path.
   */
  private static boolean isSibling(Ending mine, Ending other) {
    return other.isAbnormal() && (other.isFromOutside() || !mine.isFromOutside());
  }

  private static boolean isTogether(Ending mine, Ending other) {
    return Math.abs(other.nanos() - mine.nanos()) <= TOGETHER_NANOS;
  }

  /** Connections that fell in one instant were idle alike because they fell together. */
  private int alike(Ending mine, boolean idle) {
    long wanted = idle ? mine.idleNanos() : mine.ageNanos();
    if (wanted < MIN_ALIKE_NANOS || !mine.isFromOutside()) {
      return 0;
    }
    long tolerance = Math.max(SECOND, wanted / 50);
    int count = 0;
    boolean atOtherTimes = false;
    for (Ending other : history) {
      long time = idle ? other.idleNanos() : other.ageNanos();
      if (other != mine && Math.abs(time - wanted) <= tolerance) {
        count++;
        atOtherTimes |= !isTogether(mine, other);
      }
    }
    return atOtherTimes ? count : 0;
  }
}
