// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.record.ConnectionRecord;
import org.junit.jupiter.api.Test;

class PendingClosesTest {
  private static final long NEVER = Long.MAX_VALUE / 2;

  private final SinkFixture sink = new SinkFixture();

  private PendingClose end(long due) {
    ConnectionRecord record = (ConnectionRecord) sink.open("netty");
    return new PendingClose(record, null, due, false);
  }

  @Test
  void beyondItsWeightWhatIsDueFirstGoesEarly() {
    long each = end(0).weight();
    PendingCloses pending = new PendingCloses(1_000, 10 * each);
    for (int i = 0; i < 25; i++) {
      pending.add(end(NEVER + i));
    }
    assertThat(pending.takeDue(0)).extracting(PendingClose::dueNanos).hasSize(15).startsWith(NEVER);
    assertThat(pending.size()).isEqualTo(10);
    assertThat(pending.takeDue(0)).isEmpty();
    for (int i = 0; i < 10; i++) {
      assertThat(pending.takeFirst()).isPresent();
    }
    pending.add(end(NEVER));
    assertThat(pending.takeDue(0)).as("what was taken weighs nothing").isEmpty();
  }
}
