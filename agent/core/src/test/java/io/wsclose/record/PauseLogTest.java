// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PauseLogTest {
  private static final long SECOND = 1_000_000_000L;

  private final PauseLog log = new PauseLog();

  @Test
  void keepsThePausesInOrderWithTheWallClockOfTheirBegin() {
    long now = System.nanoTime();
    log.add(now - 9 * SECOND, now - 5 * SECOND);
    log.add(now - 2 * SECOND, now);

    assertThat(log.pauses()).extracting(Pause::nanos).containsExactly(4 * SECOND, 2 * SECOND);
    assertThat(log.pauses().get(1).fromEpochMillis())
        .isBetween(System.currentTimeMillis() - 60_000, System.currentTimeMillis() - 1_900);
  }

  @Test
  void isBounded() {
    for (int i = 0; i < 100; i++) {
      log.add(i * SECOND, i * SECOND + SECOND);
      if (i % 7 == 0) {
        log.tick();
      }
    }
    assertThat(log.pauses()).hasSize(32);
    assertThat(log.pauses().get(31).from()).isEqualTo(99 * SECOND);
    assertThat(log.pauses()).isSortedAccordingTo((a, b) -> Long.compare(a.from(), b.from()));
  }

  @Test
  void namesAGarbageCollectionThatTookTheTime() {
    long before = System.nanoTime();
    System.gc();
    long after = System.nanoTime();
    log.add(before, after);

    assertThat(log.pauses().get(0).reason()).startsWith("garbage collection, ");
  }

  @Test
  void readsBothVersionsOfTheKernelsCounter() {
    assertThat(CpuLimit.parse("usage_usec 5\nnr_throttled 3\nthrottled_usec 7000\n"))
        .isEqualTo(7_000_000L);
    assertThat(CpuLimit.parse("nr_periods 1\nthrottled_time 7000\n")).isEqualTo(7_000L);
    assertThat(CpuLimit.parse("usage_usec 5\n")).isEqualTo(-1);
  }
}
