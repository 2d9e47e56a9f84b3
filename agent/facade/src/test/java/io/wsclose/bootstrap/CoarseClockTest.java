// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CoarseClockTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @BeforeEach
  void start() {
    CoarseClock.start();
  }

  /** The ticker falls asleep between the two halves of {@link CoarseClock#precise}. */
  @Test
  void keepsRunningWhenAPreciseReadingCrossesTheTickersSleep() {
    long seen = CoarseClock.now();
    seen = seen == 0 ? CoarseClock.now() : seen;
    await().atMost(PATIENCE).until(CoarseClock::isAsleep);

    CoarseClock.refresh(seen, System.nanoTime());

    assertRuns();
  }

  @Test
  void runsAgainAfterItsSleep() {
    CoarseClock.now();
    await().atMost(PATIENCE).until(CoarseClock::isAsleep);

    assertRuns();
  }

  @Test
  void aLatePreciseReadingDoesNotTurnTheClockBack() {
    CoarseClock.now();
    long late = System.nanoTime() - Duration.ofSeconds(1).toNanos();
    long before = CoarseClock.now();

    CoarseClock.refresh(before, late);

    assertThat(CoarseClock.now() - before).isNotNegative();
  }

  /** Without a precise reading, so that only the ticker can move it. */
  private static void assertRuns() {
    long first = CoarseClock.now();
    await().atMost(PATIENCE).until(() -> CoarseClock.now() - first > 50_000_000L);
  }
}
