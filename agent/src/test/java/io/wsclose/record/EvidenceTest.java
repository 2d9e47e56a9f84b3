package io.wsclose.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.bootstrap.SocketOperation;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

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

  @Test
  void aCloseFrameWhoseWriteFailedWasNotSent() {
    EvidenceBuilder sent = EvidenceBuilder.opened().closeSent(5, 1000, "");
    assertThat(sent.build().closeSent()).isPresent();
    assertThat(sent.add(5.1, FactKind.CLOSE_NOT_SENT).build().closeSent()).isEmpty();
  }

  @Test
  void theFirstSocketEventIsNotOurOwnClose() {
    Evidence evidence =
        EvidenceBuilder.opened()
            .failed(5, SocketOperation.WRITE, new java.nio.channels.ClosedChannelException())
            .failed(6, SocketOperation.WRITE, new IOException("Broken pipe"))
            .build();
    assertThat(evidence.firstSocketEvent().flatMap(Fact::socketEvent))
        .contains(SocketEvent.BROKEN_PIPE);
  }

  private static long seconds(long nanos) {
    return TimeUnit.NANOSECONDS.toSeconds(nanos);
  }
}
