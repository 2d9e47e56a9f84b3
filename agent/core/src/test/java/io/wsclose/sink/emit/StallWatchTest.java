// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StallWatchTest {
  private final List<String> told = new ArrayList<>();
  private long nanos;
  private final StallWatch watch = new StallWatch(told::add, () -> nanos);

  private void advance(long millis) {
    nanos += TimeUnit.MILLISECONDS.toNanos(millis);
  }

  @Test
  void reportsOnceThatAWriteHangsAndOnceThatItIsOver() {
    watch.begin("the log has not accepted a line");
    advance(9_999);
    watch.check();
    assertThat(told).isEmpty();
    advance(2_001);
    watch.check();
    advance(30_000);
    watch.check();
    watch.end();
    watch.check();
    assertThat(told)
        .containsExactly(
            "the log has not accepted a line for 12 s: close events wait meanwhile, and those"
                + " beyond the queue are dropped and counted",
            "close events are emitted again, after 42 s");
  }

  @Test
  void manyShortWritesAreNoStall() {
    for (int i = 0; i < 100; i++) {
      watch.begin("the log has not accepted a line");
      advance(500);
      watch.check();
      watch.end();
    }
    assertThat(told).isEmpty();
  }
}
