// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.bootstrap.FrameRings;
import io.wsclose.bootstrap.Headers;
import io.wsclose.bootstrap.Role;
import io.wsclose.bootstrap.Upgrade;
import java.util.List;
import org.junit.jupiter.api.Test;

class BacklogTest {
  private final ConnectionRecord record = keeping(4, Role.SERVER);

  static ConnectionRecord keeping(int frames, Role role) {
    return new ConnectionRecord(
        "1",
        Handshake.requested(new Upgrade("netty", Object.class, role, "/", false, Headers.none())),
        new StackInstance("netty", "", List.of(), null),
        FrameRetention.of(frames, 0),
        new ApplicationCode(List.of()),
        TraceContext::none,
        null);
  }

  private static void send(ConnectionRecord connection, long... lengths) {
    for (int i = 0; i < lengths.length; i++) {
      FrameRings.add(connection.sent(), 1_000L + i, i, 2, lengths[i]);
    }
  }

  private Traffic traffic() {
    return Traffic.of(record.received(), record.sent(), record.backlog());
  }

  @Test
  void allFramesCountAsSentWhereNothingWaited() {
    send(record, 10, 20);
    record.neverLeft(0, 0);
    assertThat(traffic().framesSent()).isEqualTo(2);
    assertThat(traffic().bytesSent()).isEqualTo(30);
    assertThat(record.backlog().queuedFrames()).isZero();
  }

  /** The Close frame that a stack sends after it gave up is no part of what waited. */
  @Test
  void knowsADataFrameThatWaitedFromTheCloseFrameAfterIt() {
    send(record, 10, 200);
    record.neverLeft(0, 100);
    FrameRings.add(record.sent(), 2_000, 2, 8, 2);
    assertThat(record.backlog().queuedFrames()).isEqualTo(1);
    assertThat(record.backlog().holdsData()).isTrue();
  }

  @Test
  void holdsNoDataWhereOnlyTheCloseFrameWaited() {
    send(record, 10, 200);
    FrameRings.add(record.sent(), 2_000, 2, 8, 2);
    record.neverLeft(1, 0);
    assertThat(record.backlog().queuedFrames()).isEqualTo(1);
    assertThat(record.backlog().holdsData()).isFalse();
  }

  @Test
  void takesTheLastFramesFromTheirBytesAndHeaders() {
    send(record, 10, 200, 70_000);
    record.neverLeft(0, 4 + 200 + 10 + 70_000);
    Backlog backlog = record.backlog();
    assertThat(backlog.queuedFrames()).isEqualTo(2);
    assertThat(backlog.queuedBytes()).isEqualTo(70_200);
    assertThat(backlog.partLeft()).isZero();
    assertThat(backlog.areFramesEstimated()).isFalse();
    assertThat(traffic().framesSent()).isEqualTo(1);
    assertThat(traffic().bytesSent()).isEqualTo(10);
    assertThat(traffic().frames()).extracting(FrameSnapshot::length).containsExactly(10L);
    assertThat(traffic().lastFrames(9))
        .extracting(FrameSnapshot::hasLeft)
        .containsExactly(true, false, false);
  }

  @Test
  void aFrameThatLeftInPartIsNotSent() {
    send(record, 100, 100);
    record.neverLeft(0, 30);
    Backlog backlog = record.backlog();
    assertThat(backlog.queuedFrames()).isEqualTo(1);
    assertThat(backlog.queuedBytes()).isEqualTo(30);
    assertThat(backlog.partLeft()).isEqualTo(70);
    assertThat(traffic().framesSent()).isEqualTo(1);
    assertThat(traffic().bytesSent()).isEqualTo(100);
  }

  @Test
  void aFrameOfWhichOnlyHeaderBytesLeftIsWholeInTheBacklog() {
    send(record, 100);
    record.neverLeft(0, 101);
    assertThat(record.backlog().queuedBytes()).isEqualTo(100);
    assertThat(record.backlog().partLeft()).isZero();
  }

  @Test
  void clientsAddAMaskingKeyToEachHeader() {
    ConnectionRecord client = keeping(4, Role.CLIENT);
    send(client, 100, 100, 100);
    client.neverLeft(0, 2 * 106);
    assertThat(client.backlog().queuedFrames()).isEqualTo(2);
    assertThat(client.backlog().partLeft()).isZero();
  }

  @Test
  void framesThatTheStackCountsComeLast() {
    send(record, 100, 100, 10, 10);
    record.neverLeft(1, 0);
    record.neverLeft(1, 0);
    record.neverLeft(0, 50);
    assertThat(record.backlog().queuedFrames()).isEqualTo(3);
    assertThat(record.backlog().queuedBytes()).isEqualTo(70);
    assertThat(record.backlog().partLeft()).isEqualTo(50);
  }

  @Test
  void framesThatAreNoLongerKeptAreTakenToBeAsLong() {
    for (int i = 0; i < 1964; i++) {
      send(record, 60_000);
    }
    record.neverLeft(0, 1916L * 60_004 - 20_004);
    Backlog backlog = record.backlog();
    assertThat(backlog.queuedFrames()).isEqualTo(1916);
    assertThat(backlog.partLeft()).isEqualTo(20_004);
    assertThat(backlog.queuedBytes()).isEqualTo(1916 * 60_000L - 20_004);
    assertThat(backlog.areFramesEstimated()).isTrue();
    assertThat(backlog.areBytesEstimated()).isFalse();
    assertThat(traffic().framesSent()).isEqualTo(48);
    assertThat(traffic().bytesSent()).isEqualTo(48 * 60_000L);
  }

  @Test
  void controlFramesDoNotMakeOlderFramesShorter() {
    for (int i = 0; i < 100; i++) {
      send(record, 1_000);
    }
    FrameRings.add(record.sent(), 2_000, 1, 8, 2);
    record.neverLeft(0, 40 * 1_004 + 4);
    assertThat(record.backlog().queuedFrames()).isEqualTo(41);
    assertThat(traffic().bytesSent()).isEqualTo(60_000);
  }

  @Test
  void framesThatTheStackCountsAreNotEstimated() {
    for (int i = 0; i < 100; i++) {
      send(record, 1_000);
    }
    record.neverLeft(40, 0);
    assertThat(record.backlog().queuedFrames()).isEqualTo(40);
    assertThat(record.backlog().areFramesEstimated()).isFalse();
    assertThat(record.backlog().areBytesEstimated()).isTrue();
  }

  @Test
  void framesThatTheStackDroppedCountWithWhatCameBeforeThem() {
    send(record, 100, 100, 100);
    record.dropped(2);
    send(record, 2);
    record.neverLeft(1, 50);
    assertThat(record.backlog().queuedFrames()).isEqualTo(4);
    assertThat(record.backlog().partLeft()).isEqualTo(50);
  }

  @Test
  void framesAboveTheTransportAreQueuedAndWereNeverCounted() {
    send(record, 100, 100);
    record.neverLeft(0, 102);
    record.neverHandedOver(7, 700);
    assertThat(record.backlog().queuedFrames()).isEqualTo(8);
    assertThat(record.backlog().queuedBytes()).isEqualTo(800);
    assertThat(traffic().framesSent()).isEqualTo(1);
    assertThat(traffic().bytesSent()).isEqualTo(100);
  }

  @Test
  void droppedFramesDoNotCountWhereTheNextOneLeft() {
    send(record, 100, 100);
    record.dropped(2);
    send(record, 2);
    record.neverLeft(0, 0);
    assertThat(record.backlog().queuedFrames()).isZero();
  }

  @Test
  void moreThanWasEverHandedOverIsOfTheHandshakeOrOfTls() {
    send(record, 10, 10);
    record.neverLeft(0, 5_000);
    assertThat(record.backlog().queuedFrames()).isEqualTo(2);
    assertThat(traffic().framesSent()).isZero();
    assertThat(traffic().bytesSent()).isZero();
  }

  @Test
  void countsWhereNoFramesAreKept() {
    ConnectionRecord counting = keeping(0, Role.SERVER);
    send(counting, 100, 100, 100);
    counting.neverLeft(1, 50);
    Backlog backlog = counting.backlog();
    assertThat(backlog.queuedFrames()).isEqualTo(2);
    assertThat(Traffic.of(counting.received(), counting.sent(), backlog).framesSent()).isEqualTo(1);
  }

  @Test
  void framesAfterTheTransportWasGivenUpAreNeitherSentNorQueued() {
    send(record, 10);
    record.neverLeft(0, 0);
    send(record, 20, 30);
    assertThat(traffic().framesSent()).isEqualTo(1);
    assertThat(traffic().bytesSent()).isEqualTo(10);
    assertThat(record.backlog().queuedFrames()).isZero();
  }

  @Test
  void aCloseFrameOfTheBacklogIsTakenOffOnce() {
    send(record, 10, 20);
    FrameRings.add(record.sent(), 3_000, 3, 8, 2);
    record.neverLeft(0, 2 + 2 + 2 + 20);
    Traffic traffic = traffic().withoutUnsentClose();
    assertThat(traffic.framesSent()).isEqualTo(1);
    assertThat(traffic.bytesSent()).isEqualTo(10);
    assertThat(traffic.lastFrames(9)).noneMatch(FrameSnapshot::isClose);
  }

  @Test
  void outboundSilenceIsToTheLastByteThatLeft() {
    Evidence evidence =
        EvidenceBuilder.opened().sent(1, 2).sent(11, 2).neverLeft(1.5, 1, 0).reset(12).build();
    assertThat(evidence.idleSentNanos()).isEqualTo(10_500_000_000L);
    assertThat(evidence.traffic().framesSent()).isEqualTo(1);
  }
}
