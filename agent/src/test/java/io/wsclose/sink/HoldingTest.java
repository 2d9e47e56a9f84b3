package io.wsclose.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.record.ConnectionRecord;
import org.junit.jupiter.api.Test;

class HoldingTest {
  private static final long NEVER = Long.MAX_VALUE / 2;

  private final SinkFixture sink = new SinkFixture();

  private Held end(long due) {
    ConnectionRecord record = (ConnectionRecord) sink.open("netty");
    return new Held(record, null, due, false);
  }

  @Test
  void beyondItsWeightWhatIsDueFirstGoesEarly() {
    long each = end(0).weight();
    Holding holding = new Holding(1_000, 10 * each);
    for (int i = 0; i < 25; i++) {
      holding.add(end(NEVER + i));
    }
    assertThat(holding.takeDue(0)).extracting(Held::dueNanos).hasSize(15).startsWith(NEVER);
    assertThat(holding.size()).isEqualTo(10);
    assertThat(holding.takeDue(0)).isEmpty();
    for (int i = 0; i < 10; i++) {
      assertThat(holding.takeFirst()).isPresent();
    }
    holding.add(end(NEVER));
    assertThat(holding.takeDue(0)).as("what was taken weighs nothing").isEmpty();
  }
}
