// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.bootstrap.Connection;
import io.wsclose.cause.Surroundings;
import io.wsclose.configuration.Configuration;
import io.wsclose.configuration.Option;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FinalDrainTest {
  private final SinkFixture sink = new SinkFixture();
  private final Thread loop = new Thread(sink.loop, "test-sink");

  /** The loop is made for the life of a JVM, so its thread is left behind as a daemon. */
  private void start() {
    loop.setDaemon(true);
    loop.start();
  }

  @AfterEach
  void quiet() {
    loop.interrupt();
  }

  @Test
  void whatNobodyClosesEndsWithTheJvm() {
    sink.open("netty");
    sink.open("jetty");
    start();
    long before = sink.time.nanos();
    sink.close();
    assertThat(sink.events).hasSize(2);
    assertThat(sink.surroundings).allMatch(Surroundings::jvmStopping);
    assertThat(sink.time.nanos() - before).as("waits for nobody").isLessThan(600_000_000L);
    assertThat(sink.calls).contains("prepare").endsWith("flush log", "flush spans 4300");
    assertThat(sink.told).isEmpty();
  }

  @Test
  void stacksThatCloseTheirConnectionsGetTheTimeForIt() {
    Deque<Connection> open = new ArrayDeque<>();
    for (int i = 0; i < 50; i++) {
      open.add(sink.open("netty"));
    }
    sink.time.whilePausing(
        () -> {
          if (!open.isEmpty()) {
            SinkFixture.closeCleanly(open.remove());
          }
        });
    start();
    sink.close();
    assertThat(sink.events.stream().map(event -> event.cause().id()).collect(Collectors.toSet()))
        .containsExactly("peer.clean_close");
    assertThat(sink.events).hasSize(50);
  }

  @Test
  void whatWaitsIsToldAtOnceAndOnlyOnce() {
    SinkFixture.breakOff(sink.open("netty"));
    sink.turn();
    assertThat(sink.events).isEmpty();
    sink.time.advanceMillis(1_000);
    start();
    sink.close();
    sink.close();
    assertThat(sink.events).hasSize(1);
    assertThat(sink.surroundings).noneMatch(Surroundings::jvmStopping);
  }

  @Test
  void aGreatManyDoNotOverrunTheQueue() {
    SinkFixture many = new SinkFixture(Configuration.defaults().with(Option.QUEUE, 64));
    for (int i = 0; i < 500; i++) {
      many.open("netty");
    }
    // the loop's turns, taken whenever the hook waits for them
    many.time.whilePausing(many::turn);
    Thread closing = new Thread(many::close);
    closing.start();
    while (closing.isAlive()) {
      Thread.onSpinWait();
      if (many.backend.openCount() == 0) {
        many.turn();
      }
    }
    assertThat(many.events).hasSize(500);
    assertThat(many.told).isEmpty();
  }

  @Test
  void waitsWhileAnotherHookRunsAndReportsItsOrderlyClose() {
    Connection open = sink.open("netty");
    sink.otherHooksEndAfter(1_600);
    sink.time.at(1_500, () -> SinkFixture.closeWithGoingAway(open));
    start();
    sink.close();

    assertThat(sink.events).hasSize(1);
    assertThat(sink.events.get(0).attributes().get("websocket.close.sent.code")).isEqualTo(1001L);
    assertThat(sink.events.get(0).attributes().get("websocket.close.clean")).isEqualTo(true);
    assertThat(sink.time.passed()).isLessThan(2_500);
  }

  @Test
  void endsWhatNobodyClosesNearTheEndOfTheBoundThoughAHookStillRuns() {
    sink.open("netty");
    sink.otherHooksEndAfter(20_000);
    AtomicInteger toldAtBound = new AtomicInteger();
    sink.time.at(5_000, () -> toldAtBound.set(sink.events.size()));
    start();
    sink.close();

    assertThat(sink.events).hasSize(1);
    assertThat(toldAtBound).hasValue(1);
  }

  @Test
  void sendsAtOnceWhatEndsAfterTheDrainWhileAnotherHookRuns() {
    sink.otherHooksEndAfter(8_000);
    start();
    sink.time.at(
        6_000,
        () -> {
          SinkFixture.closeCleanly(sink.open("netty"));
          sink.awaitLine();
        });
    sink.close();

    assertThat(sink.calls).containsSubsequence("flush log", "flush spans 1000", "line trace");
    assertThat(sink.told).isEmpty();
  }

  @Test
  void whatOpensAfterTheDrainAndStaysOpenEndsWithTheJvm() {
    sink.otherHooksEndAfter(8_000);
    start();
    sink.time.at(6_000, () -> sink.open("netty"));
    sink.close();

    assertThat(sink.events).hasSize(1);
    assertThat(sink.told).isEmpty();
  }

  @Test
  void aHookThatNeverEndsDoesNotKeepTheAgentForEver() {
    sink.otherHooksEndAfter(1_000_000);
    start();
    sink.close();

    assertThat(sink.time.passed()).isLessThan(31_500);
  }

  @Test
  void saysWhatDidNotLeaveInTime() {
    SinkFixture stuck =
        new SinkFixture(Configuration.defaults().with(Option.FLUSH, Duration.ofMillis(1)));
    SinkFixture.breakOff(stuck.open("netty"));
    stuck.close();
    assertThat(stuck.told)
        .containsExactly("the JVM ends before all close events left; at least 1 are lost");
  }
}
