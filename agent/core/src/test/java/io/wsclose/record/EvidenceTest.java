// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceTest {
  @Test
  void idleTimesEndAtTheFirstSign() {
    Evidence evidence =
        EvidenceBuilder.opened()
            .received(10, 1)
            .sent(12, 1)
            .eof(70)
            .closeSent(71, 1000, "")
            .build();
    assertThat(seconds(evidence.idleReceivedNanos())).isEqualTo(60);
    assertThat(seconds(evidence.idleSentNanos())).isEqualTo(58);
    assertThat(seconds(evidence.ageNanos())).isEqualTo(70);
  }

  @Test
  void withoutFramesTheyBeginAtTheOpening() {
    Evidence evidence = EvidenceBuilder.attempt().answered(5, 101).eof(70).build();
    assertThat(seconds(evidence.idleReceivedNanos())).isEqualTo(65);
  }

  @Test
  void anAttemptHasItsOwnStart() {
    Evidence evidence = EvidenceBuilder.attempt().eof(7).ended(8).build();
    assertThat(seconds(evidence.idleReceivedNanos())).isEqualTo(7);
    assertThat(seconds(evidence.ageNanos())).isEqualTo(8);
  }

  @Test
  void anExpiryThatTheCloseReactsToIsTheFirstSign() {
    Evidence evidence =
        EvidenceBuilder.opened()
            .add(60, FactKind.IDLE_EXPIRED)
            .add(60.5, FactKind.CLOSE_REQUESTED)
            .build();
    assertThat(seconds(evidence.ageNanos())).isEqualTo(60);
  }

  /** A heartbeat pings at the idle event: what comes then answers the ping, not the silence. */
  @Test
  void anIdleEventThatOnlyPingedIsNotTheFirstSign() {
    Evidence evidence =
        EvidenceBuilder.opened()
            .received(10, 1)
            .add(370, FactKind.IDLE_EXPIRED, 360_000, "")
            .pinged(370.001)
            .reset(370.05)
            .build();
    assertThat(evidence.idleSentNanos()).isEqualTo(49_000_000);
    assertThat(evidence.idleReceivedNanos()).isEqualTo(360_050_000_000L);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 16})
  void framesAfterTheFirstSignDoNotMakeIdleTimeOfTheAge(int kept) {
    EvidenceBuilder streaming = EvidenceBuilder.opened().frames(kept);
    for (int i = 1; i <= 5000; i++) {
      streaming.received(i * 0.02, 1).sent(i * 0.02, 1);
    }
    streaming.closeSent(100.01, 1000, "");
    for (int i = 1; i <= 40; i++) {
      streaming.received(100.01 + i * 0.02, 1).sent(100.01 + i * 0.02, 1);
    }
    Evidence evidence = streaming.ended(101).build();
    assertThat(evidence.idleReceivedNanos()).isEqualTo(10_000_000);
    assertThat(evidence.idleSentNanos()).isEqualTo(10_000_000);
  }

  @Test
  void silenceBeforeTheFirstSignSurvivesFramesAfterIt() {
    EvidenceBuilder silent = EvidenceBuilder.opened().received(40, 1).closeSent(100, 1000, "");
    for (int i = 1; i <= 40; i++) {
      silent.received(100 + i * 0.02, 1);
    }
    assertThat(seconds(silent.build().idleReceivedNanos())).isEqualTo(60);
  }

  /** A coarse time can be behind that of a precise fact which the frame followed. */
  @Test
  void aFrameAfterAFactSeparatesItFromTheClose() {
    EvidenceBuilder evidence =
        EvidenceBuilder.opened()
            .add(3, FactKind.APPLICATION_FAILED)
            .received(2.997, 1)
            .called(3.001, FactKind.CLOSE_REQUESTED, "com.acme.Chat.kick");
    Fact close = evidence.build().firstSign().get();
    assertThat(evidence.build().provoking(close, FactKind.APPLICATION_FAILED)).isEmpty();
  }

  @Test
  void aFrameBeforeAFactDoesNot() {
    EvidenceBuilder evidence =
        EvidenceBuilder.opened()
            .received(2.997, 1)
            .add(3, FactKind.APPLICATION_FAILED)
            .called(3.001, FactKind.CLOSE_REQUESTED, "com.acme.Chat.kick");
    Fact close = evidence.build().firstSign().get();
    assertThat(evidence.build().provoking(close, FactKind.APPLICATION_FAILED)).isPresent();
  }

  @Test
  void aCloseFrameWhoseWriteFailedWasNotSent() {
    EvidenceBuilder sent = EvidenceBuilder.opened().closeSent(5, 1000, "");
    assertThat(sent.build().closeSent()).isPresent();
    assertThat(sent.add(5.1, FactKind.CLOSE_NOT_SENT).build().closeSent()).isEmpty();
  }

  private static long seconds(long nanos) {
    return TimeUnit.NANOSECONDS.toSeconds(nanos);
  }
}
