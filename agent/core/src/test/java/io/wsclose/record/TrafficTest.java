// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.bootstrap.FrameRing;
import io.wsclose.bootstrap.FrameRings;
import io.wsclose.bootstrap.Role;
import org.junit.jupiter.api.Test;

class TrafficTest {
  private static final long SECOND = 1_000_000_000L;

  private final ConnectionRecord record = BacklogTest.keeping(4, Role.SERVER);
  private final FrameRing received = record.received();
  private final FrameRing sent = record.sent();

  private Traffic traffic() {
    return Traffic.of(received, sent, record.backlog());
  }

  @Test
  void mergesBothDirectionsInOrder() {
    FrameRings.add(received, SECOND, 1, 1, 10);
    FrameRings.add(sent, 2 * SECOND, 2, 2, 20);
    FrameRings.add(received, 3 * SECOND, 3, 9, 0);
    assertThat(traffic().frames())
        .extracting(FrameSnapshot::opcode)
        .containsExactly("text", "binary", "ping");
  }

  /** A coarse time is up to a tick old, a precise one is not: the sequence number knows better. */
  @Test
  void theSequenceDecidesWhereTheClockCannot() {
    FrameRings.add(received, SECOND, 1, 9, 0);
    FrameRings.add(sent, SECOND - 4_000_000, 2, 1, 10);
    assertThat(traffic().frames())
        .extracting(FrameSnapshot::opcode)
        .containsExactly("ping", "text");
  }

  @Test
  void aSilentDirectionStaysOldHoweverFarTheSequenceWrapped() {
    FrameRings.add(received, SECOND, 1, 1, 10);
    int wrapped = (1 << 24) * 2 / 3;
    for (int i = 0; i < 4; i++) {
      FrameRings.add(sent, 1000 * SECOND + i, wrapped + i, 2, 10);
    }
    assertThat(traffic().frames().get(0).opcode()).isEqualTo("text");
  }

  @Test
  void theSequenceMayWrapBetweenTwoFrames() {
    FrameRings.add(received, SECOND, 0xff_ffff, 9, 0);
    FrameRings.add(sent, SECOND - 1, 0x100_0000, 1, 10);
    assertThat(traffic().frames())
        .extracting(FrameSnapshot::opcode)
        .containsExactly("ping", "text");
  }

  @Test
  void showsTheLastOfBothTogether() {
    for (int i = 0; i < 9; i++) {
      FrameRings.add(received, i * SECOND, 2 * i, 1, i);
      FrameRings.add(sent, i * SECOND, 2 * i + 1, 2, i);
    }
    Traffic traffic = traffic();
    assertThat(traffic.lastFrames(3)).extracting(FrameSnapshot::length).containsExactly(7L, 8L, 8L);
    assertThat(traffic.framesReceived()).isEqualTo(9);
    assertThat(traffic.bytesSent()).isEqualTo(36);
  }
}
