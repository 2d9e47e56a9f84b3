// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.siblings;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long connections on the same way lived, or were silent, and did not end for it: a limit that
 * is shorter is not there. Kept for a quarter to half an hour; bounded. For one thread.
 */
final class Survivals {
  private static final long GENERATION_NANOS = 15 * 60 * 1_000_000_000L;
  private static final int MAX_WAYS = 1024;

  private Map<String, Way> current = new Ways();
  private Map<String, Way> previous = new Ways();
  private long since;
  private boolean begun;

  void add(CloseSummary ending) {
    if (!begun || ending.nanos() - since > GENERATION_NANOS) {
      previous = begun && ending.nanos() - since <= 2 * GENERATION_NANOS ? current : new Ways();
      current = new Ways();
      since = ending.nanos();
      begun = true;
    }
    Way way = current.computeIfAbsent(ending.way(), key -> new Way());
    // others on the same transport may have kept it busy
    if (ending.transport() == 0) {
      way.silence.add(ending.idleNanos());
    }
    way.life.add(ending.ageNanos());
  }

  /** At least two ends of this way came after so long a silence: one alone may be mismeasured. */
  long silenceOn(CloseSummary mine) {
    Longest sum = new Longest();
    sum.addAll(wayOf(mine, current).silence);
    sum.addAll(wayOf(mine, previous).silence);
    return sum.second;
  }

  /** At least two connections of this way reached such an age. */
  long lifeOn(CloseSummary mine) {
    Longest sum = new Longest();
    sum.addAll(wayOf(mine, current).life);
    sum.addAll(wayOf(mine, previous).life);
    return sum.second;
  }

  private static Way wayOf(CloseSummary mine, Map<String, Way> ways) {
    Way way = ways.get(mine.way());
    return way == null ? new Way() : way;
  }

  private static final class Way {
    private final Longest silence = new Longest();
    private final Longest life = new Longest();
  }

  private static final class Longest {
    private long first;
    private long second;

    private void add(long nanos) {
      second = Math.max(second, Math.min(first, nanos));
      first = Math.max(first, nanos);
    }

    private void addAll(Longest other) {
      add(other.first);
      add(other.second);
    }
  }

  /** Forgets the way that was added first, where there are too many. */
  private static final class Ways extends LinkedHashMap<String, Way> {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Way> eldest) {
      return size() > MAX_WAYS;
    }
  }
}
