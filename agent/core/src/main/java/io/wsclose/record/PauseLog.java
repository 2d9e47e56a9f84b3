// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last pauses of this JVM; bounded. */
public final class PauseLog {
  private static final int MAX_PAUSES = 32;

  private final Deque<Pause> pauses = new ArrayDeque<>();
  private final PauseReasons reasons = new PauseReasons();
  private int unexplained;

  /** On the clock's thread, which must not be held up. */
  synchronized void add(long from, long to) {
    long epoch = System.currentTimeMillis() - (System.nanoTime() - from) / 1_000_000L;
    pauses.add(new Pause(from, to, epoch, ""));
    unexplained++;
    if (pauses.size() > MAX_PAUSES) {
      pauses.remove();
    }
  }

  /** About once a second: reasons are found best soon after the pause. */
  public void tick() {
    reasons.tick();
    explain();
  }

  /** Oldest first, each with its reason. */
  public List<Pause> pauses() {
    explain();
    synchronized (this) {
      return new ArrayList<>(pauses);
    }
  }

  private void explain() {
    for (Pause pause : takeUnexplained()) {
      String reason = reasons.of(pause);
      synchronized (this) {
        if (pauses.remove(pause)) {
          insert(pause.because(reason));
        }
      }
    }
  }

  private synchronized List<Pause> takeUnexplained() {
    List<Pause> all = new ArrayList<>(pauses);
    List<Pause> latest = all.subList(Math.max(0, all.size() - unexplained), all.size());
    unexplained = 0;
    return latest;
  }

  /** Others may have come meanwhile. */
  private void insert(Pause pause) {
    Deque<Pause> later = new ArrayDeque<>();
    while (!pauses.isEmpty() && pauses.getLast().from() - pause.from() > 0) {
      later.push(pauses.removeLast());
    }
    pauses.add(pause);
    pauses.addAll(later);
  }
}
