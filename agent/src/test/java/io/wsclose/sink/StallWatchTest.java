package io.wsclose.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StallWatchTest {
  private final List<String> told = new ArrayList<>();
  private final FakeTime time = new FakeTime();
  private final StallWatch watch = new StallWatch(told::add, time);

  @Test
  void reportsOnceThatAWriteHangsAndOnceThatItIsOver() {
    watch.begin("the log has not accepted a line");
    time.advanceMillis(9_999);
    watch.check();
    assertThat(told).isEmpty();
    time.advanceMillis(2_001);
    watch.check();
    time.advanceMillis(30_000);
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
      time.advanceMillis(500);
      watch.check();
      watch.end();
    }
    assertThat(told).isEmpty();
  }
}
