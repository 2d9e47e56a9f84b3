// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.siblings;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.cause.Surroundings;
import io.wsclose.record.ConnectionRecord;
import io.wsclose.record.SimulatedConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SiblingsTest {
  private static final String HOP = "10.0.0.7";

  private final List<ConnectionRecord> open = new ArrayList<>();
  private final AtomicInteger surplus = new AtomicInteger();
  private final Siblings siblings = new Siblings(new OpenConnections(open, surplus));
  private int clients;

  private CloseSummary add(SimulatedConnection connection, boolean abnormal) {
    CloseSummary ending = CloseSummary.of(connection.endNow().record().evidence(), abnormal);
    siblings.add(ending);
    return ending;
  }

  /** Of a client of its own, open for five minutes, silent for so long. */
  private CloseSummary broken(double at, double idle, String hop) {
    return add(from(at - 300 - clients % 50, hop).received(at - idle).eof(at), true);
  }

  private SimulatedConnection from(double opened, String hop) {
    return SimulatedConnection.openedAt(opened)
        .from(hop)
        .header("X-Forwarded-For", "203.0.113." + ++clients);
  }

  private void open(int count, double opened, String hop) {
    for (int i = 0; i < count; i++) {
      open.add(from(opened, hop).record());
    }
  }

  private Surroundings around(CloseSummary mine) {
    return aroundLater(mine, 0);
  }

  private Surroundings aroundLater(CloseSummary mine, long seconds) {
    Surroundings.Builder surroundings = Surroundings.builder();
    siblings.describe(mine, seconds * 1_000_000_000L, surroundings);
    return surroundings.build();
  }

  @Test
  void countsTheEndsOfOneWindowOfTwoSeconds() {
    broken(98.2, 1, HOP);
    CloseSummary mine = broken(100, 1, HOP);
    broken(100.1, 1, HOP);
    broken(100.2, 1, "10.0.0.8");
    broken(101.9, 1, HOP);
    assertThat(around(mine).closedTogether()).as("not 98.2 and 101.9 at once").isEqualTo(3);
    assertThat(around(mine).closedTogetherOfPeer()).isEqualTo(2);
  }

  @Test
  void describesTheCrowdOfOneHop() {
    open(2, -900, HOP);
    open(3, 101, HOP);
    open(9, -900, "10.0.0.8");
    CloseSummary mine = broken(100, 7, HOP);
    for (int i = 1; i < 8; i++) {
      broken(100 + i / 1000.0, 10 * i, HOP);
    }
    Surroundings around = around(mine);
    assertThat(around.ofHop().share()).isEqualTo("8 of 10 connections");
    assertThat(around.ofHop().spread()).isEqualTo("7 ms");
    assertThat(around.ofHop().clients()).isEqualTo(8);
    assertThat(around.ofHop().openedSince()).isEqualTo(3);
    assertThat(around.ofHop().isSignificant()).isTrue();
    assertThat(around.ofHop().isAllAtOnce()).isTrue();
    assertThat(around.ofHop().isSameIdle()).isFalse();
    assertThat(around.openOfHop()).isEqualTo(2);
  }

  /** One HTTP/2 connection of a proxy that ends is no reload, however many streams it had. */
  @Test
  void streamsOfOneTransportAreOneEnd() {
    open(4, -900, HOP);
    CloseSummary mine = null;
    for (int i = 0; i < 50; i++) {
      mine = add(from(-200, HOP).on(7).received(93).eof(100 + i / 1000.0), true);
    }
    broken(100.1, 7, HOP);

    Surroundings around = around(mine);
    assertThat(around.closedTogether()).isEqualTo(1);
    assertThat(around.ofHop().isSignificant()).isFalse();
    assertThat(around.sameIdle().others()).isEqualTo(1);
  }

  @Test
  void transportsThatEndTogetherAreACrowd() {
    CloseSummary mine = null;
    for (int transport = 1; transport <= 6; transport++) {
      for (int stream = 0; stream < 10; stream++) {
        double at = 100 + transport / 1000.0;
        mine = add(from(-200, HOP).on(transport).received(93).eof(at), true);
      }
    }
    assertThat(around(mine).ofHop().share()).isEqualTo("6 of 6 connections");
    assertThat(around(mine).ofHop().isSignificant()).isTrue();
  }

  @Test
  void openStreamsOfOneTransportAreOneThatStayed() {
    for (int i = 0; i < 30; i++) {
      open.add(from(-900 + i, HOP).on(7).record());
    }
    surplus.set(29);
    CloseSummary mine = broken(100, 7, HOP);
    for (int i = 1; i < 5; i++) {
      broken(100 + i / 1000.0, 7, HOP);
    }
    assertThat(around(mine).openBefore()).isEqualTo(6);
    assertThat(around(mine).openOfHop()).isEqualTo(1);
    assertThat(around(mine).ofHop().share()).isEqualTo("5 of 6 connections");
  }

  /** The pings of another stream go the same way. */
  @Test
  void theSilenceOfAStreamIsNotTheTransports() {
    add(from(-300, HOP).on(7).received(-200).eof(100), true);
    add(from(-300, HOP).on(8).received(-200).eof(101), true);
    CloseSummary mine = broken(110, 60, HOP);
    assertThat(around(mine).longestSilenceNanos()).isLessThan(61_000_000_000L);
    assertThat(around(mine).longestLifeNanos()).isGreaterThan(399_000_000_000L);
  }

  /** A deployment of clients ends the old ones and leaves the new ones, too. */
  @Test
  void youngConnectionsThatStayCount() {
    open(15, 95, HOP);
    CloseSummary mine = broken(100, 1, HOP);
    for (int i = 0; i < 4; i++) {
      broken(100, 2 + i, HOP);
    }
    assertThat(around(mine).ofHop().share()).isEqualTo("5 of 20 connections");
    assertThat(around(mine).ofHop().isSignificant()).isTrue();
    assertThat(around(mine).ofHop().isAllAtOnce()).isFalse();
  }

  @Test
  void usersWhoLeaveOneByOneAreNoCrowd() {
    CloseSummary mine = null;
    for (int i = 0; i < 40; i++) {
      CloseSummary ending = broken(60 + i, 1, HOP);
      mine = i == 30 ? ending : mine;
    }
    assertThat(around(mine).ofHop().isSignificant()).isFalse();
    assertThat(around(mine).closedTogether()).isEqualTo(1);
  }

  @Test
  void aRateThatIsUsualIsNoCrowd() {
    CloseSummary mine = null;
    for (int i = 0; i < 120; i++) {
      CloseSummary ending = broken(60 + i / 3.0, 1, HOP);
      mine = i == 100 ? ending : mine;
    }
    assertThat(around(mine).ofHop().ended()).isGreaterThan(4);
    assertThat(around(mine).ofHop().isSignificant()).isFalse();
  }

  @Test
  void aRateThatOnlyBeganIsNoCrowd() {
    CloseSummary mine = null;
    for (int i = 0; i < 24; i++) {
      CloseSummary ending = broken(60 + i / 3.0, 1, HOP);
      mine = i == 18 ? ending : mine;
    }
    assertThat(around(mine).ofHop().ended()).isGreaterThan(4);
    assertThat(around(mine).ofHop().isSignificant()).isFalse();
  }

  @Test
  void orderlyEndsAreNoSiblingsButWereOpen() {
    CloseSummary mine = broken(100, 1, HOP);
    for (int i = 0; i < 4; i++) {
      broken(100, 1, HOP);
    }
    for (int i = 0; i < 3; i++) {
      add(from(0, HOP).closed(100, 1000), false);
    }
    assertThat(around(mine).closedTogether()).isEqualTo(4);
    assertThat(around(mine).ofHop().share()).isEqualTo("5 of 8 connections");
    assertThat(around(mine).ofHop().isSignificant()).as("others ended otherwise").isFalse();
  }

  @Test
  void whatAFrameOfThePeerBroughtAboutSaysNothingOfThePath() {
    CloseSummary mine = broken(100, 1, HOP);
    CloseSummary refused = add(from(0, HOP).closed(100, 1002), true);
    assertThat(around(mine).closedTogether()).isZero();
    assertThat(around(refused).closedTogether()).isEqualTo(1);
  }

  @Test
  void aTimerIsASpike() {
    broken(100, 60.0, HOP);
    broken(200, 60.02, HOP);
    broken(300, 60.1, HOP);
    CloseSummary mine = broken(400, 60.05, HOP);
    assertThat(around(mine).sameIdle().others()).isEqualTo(3);
    assertThat(around(mine).sameIdle().isTimer(false)).isTrue();
    assertThat(around(mine).sameIdle().isOfSeveralClients()).isTrue();
  }

  @Test
  void endsThatSpreadEvenlyAreChance() {
    CloseSummary mine = null;
    for (int i = 0; i < 200; i++) {
      mine = broken(100 + i, 5 + i % 40 / 10.0, HOP);
    }
    assertThat(around(mine).sameIdle().others()).isGreaterThan(3);
    assertThat(around(mine).sameIdle().isTimer(true)).isFalse();
  }

  @Test
  void endsOfOneInstantAreNotAlikeForThat() {
    for (int i = 0; i < 8; i++) {
      broken(100, 33.3, HOP);
    }
    CloseSummary mine = broken(100.2, 33.3, HOP);
    assertThat(around(mine).sameIdle().isTimer(true)).isFalse();
    assertThat(around(mine).ofHop().isSameIdle()).isTrue();
    CloseSummary later = broken(160, 33.3, HOP);
    assertThat(around(later).sameIdle().isTimer(true)).isTrue();
    assertThat(around(later).sameIdle().isTimer(false)).as("two instants, odd time").isFalse();
  }

  @Test
  void aWriteOfOursIsNoTimer() {
    for (int i = 1; i < 5; i++) {
      add(from(100 * i, HOP).received(100 * i + 1).sent(100 * i + 33.9).reset(100 * i + 34), true);
    }
    CloseSummary mine = add(from(600, HOP).received(601).sent(633.9).reset(634), true);
    assertThat(around(mine).sameAge().others()).isZero();
  }

  @Test
  void forgetsAfterAQuarterOfAnHour() {
    broken(100, 60, HOP);
    assertThat(around(broken(100 + 901, 60, HOP)).sameIdle().others()).isZero();
  }

  @Test
  void remembersTheSilenceThatAtLeastTwoOthersSurvived() {
    CloseSummary mine = broken(100, 60, HOP);
    add(from(0, HOP).received(10).closed(100, 1000), false);
    assertThat(around(mine).longestSilenceNanos()).isEqualTo(60_000_000_000L);
    add(from(0, HOP).received(20).closed(110, 1000), false);
    assertThat(around(mine).longestSilenceNanos()).isEqualTo(90_000_000_000L);
    assertThat(around(broken(200, 60, "10.0.0.8")).longestSilenceNanos()).isZero();
  }

  @Test
  void countsTheDifferentPeersOfWhatFailed() {
    CloseSummary mine = add(from(0, HOP).timedOut(100), true);
    for (int i = 0; i < 6; i++) {
      add(from(0, "10.0.0." + (8 + i / 2)).timedOut(100), true);
    }
    add(from(0, "10.0.0.8").reset(100), true);
    add(from(0, "10.0.0.8").eof(100), true);
    assertThat(around(mine).failures().ended()).isEqualTo(8);
    assertThat(around(mine).failures().clients()).isEqualTo(4);
    assertThat(around(mine).deadPaths()).isEqualTo(7);
  }

  private SimulatedConnection phone(double opened, String hop) {
    return from(opened, hop).header("User-Agent", "Phone/1.0").path("/chat/54");
  }

  @Test
  void whatLooksLikeTheSameClientMayHaveComeBackFromAnotherAddress() {
    CloseSummary mine = add(phone(0, HOP).received(40).reset(100), true);
    assertThat(around(mine).cameBack()).isEmpty();
    open.add(phone(44, HOP).record());
    assertThat(aroundLater(mine, 1).cameBack().orElseThrow())
        .isEqualTo(
            "a connection of the same path and user agent was opened from 203.0.113.2 56.0 s before"
                + " this end: perhaps the same client on another network");
    open.add(phone(60, HOP).record());
    assertThat(aroundLater(mine, 2).cameBack()).as("two that look alike").isEmpty();
  }

  @Test
  void whoWasThereAllTheTimeIsAnother() {
    CloseSummary mine = add(phone(0, HOP).received(40).reset(100), true);
    open.add(phone(20, HOP).record());
    assertThat(around(mine).cameBack()).isEmpty();
  }

  @Test
  void otherConnectionsOfTheSameAddressAreNoChangeOfNetwork() {
    CloseSummary mine = add(phone(0, HOP).received(40).reset(100), true);
    clients--;
    open.add(phone(60, HOP).record());
    assertThat(around(mine).cameBack()).isEmpty();
  }

  @Test
  void aMassEndIsDescribedInTimeThatDoesNotGrowWithItsSquare() {
    List<CloseSummary> endings = new ArrayList<>();
    for (int i = 0; i < 16_000; i++) {
      endings.add(broken(100 + i / 100_000.0, 5 + i % 60, HOP));
    }
    long start = System.nanoTime();
    for (CloseSummary ending : endings) {
      around(ending);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("16,000 ends of one instant described in %.2f s%n", seconds);
    assertThat(seconds).isLessThan(20);
  }
}
