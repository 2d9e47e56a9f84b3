// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.Headers;
import io.wsclose.cause.Surroundings;
import io.wsclose.configuration.Configuration;
import io.wsclose.configuration.Option;
import io.wsclose.event.EventAttributes;
import io.wsclose.record.ConnectionRecord;
import org.junit.jupiter.api.Test;

class SinkTest {
  private final SinkFixture sink = new SinkFixture();

  @Test
  void tellsACertainEndAtOnce() {
    SinkFixture.closeCleanly(sink.open("netty"));
    sink.turn();
    assertThat(sink.events).hasSize(1);
    assertThat(sink.calls).containsExactly("line trace");
  }

  @Test
  void anAmbiguousEndWaitsForOthers() {
    SinkFixture.breakOff(sink.open("netty"));
    sink.turn();
    sink.turnAfter(1_999);
    assertThat(sink.events).isEmpty();
    SinkFixture.breakOff(sink.open("netty", "10.0.3.8"));
    sink.turnAfter(1);
    assertThat(sink.ids()).containsExactly("1");
    assertThat(sink.events.get(0).attributes()).containsEntry(EventAttributes.SIBLINGS_CLOSED, 1L);
    Surroundings last = sink.surroundings.get(sink.surroundings.size() - 1);
    assertThat(last.openBefore()).isEqualTo(2);
    sink.turnAfter(2_000);
    assertThat(sink.ids()).containsExactly("1", "2");
  }

  @Test
  void aRefusedHandshakeDoesNotWait() {
    sink.attempt("jetty", "10.0.3.7").refused(404, Headers.none());
    sink.turn();
    assertThat(sink.events).hasSize(1);
  }

  @Test
  void waitsForWhatAReportingStackTellsLate() {
    Connection connection = sink.open("jetty");
    SinkFixture.closeCleanly(connection);
    sink.turn();
    sink.turnAfter(100);
    assertThat(sink.events).isEmpty();
    connection.reported(1006, "late");
    sink.turnAfter(50);
    assertThat(sink.events.get(0).attributes())
        .containsEntry(EventAttributes.REPORTED_CODE, 1006L)
        .containsEntry(EventAttributes.REPORTED_REASON, "late");
  }

  @Test
  void waitsNoLongerThanThatForAReport() {
    SinkFixture.closeCleanly(sink.open("jetty"));
    sink.turn();
    sink.turnAfter(249);
    assertThat(sink.events).isEmpty();
    sink.turnAfter(1);
    assertThat(sink.events).hasSize(1);
  }

  @Test
  void doesNotWaitForAReportThatCameBefore() {
    Connection connection = sink.open("jetty");
    connection.reported(1000, "");
    SinkFixture.closeCleanly(connection);
    sink.turn();
    assertThat(sink.events).hasSize(1);
  }

  @Test
  void aFullQueueDropsCountsAndTellsOnceAMinute() {
    SinkFixture small = new SinkFixture(Configuration.defaults().with(Option.QUEUE, 10));
    for (int i = 0; i < 15; i++) {
      SinkFixture.closeCleanly(small.open("netty"));
    }
    small.turnAfter(1_000);
    assertThat(small.events).hasSize(10);
    assertThat(small.told).containsExactly("5 close events dropped, too many at once");
    for (int i = 0; i < 12; i++) {
      SinkFixture.closeCleanly(small.open("netty"));
    }
    small.turnAfter(58_000);
    assertThat(small.told).hasSize(1);
    small.turnAfter(2_000);
    assertThat(small.told).endsWith("2 close events dropped, too many at once (7 so far)");
  }

  @Test
  void whatWasEmittedIsReleased() {
    Connection connection = sink.open("netty");
    connection.frameReceived(1, true, 0, 5);
    SinkFixture.closeCleanly(connection);
    assertThat(weight(connection)).isGreaterThan(1_500);
    sink.turn();
    assertThat(sink.events).hasSize(1);
    connection.reported(1006, "late");
    connection.frameReceived(1, true, 0, 5);
    assertThat(weight(connection)).isLessThan(1_100);
  }

  @Test
  void whatWasDroppedIsReleased() {
    SinkFixture small = new SinkFixture(Configuration.defaults().with(Option.QUEUE, 10));
    for (int i = 0; i < 10; i++) {
      SinkFixture.closeCleanly(small.open("netty"));
    }
    Connection dropped = small.open("netty");
    SinkFixture.closeCleanly(dropped);
    assertThat(weight(dropped)).isLessThan(1_100);
  }

  /** The sink thread does nothing here, as if it hung in an appender. */
  @Test
  void lossesAreReportedWhileTheSinkThreadIsStuck() {
    SinkFixture stuck = new SinkFixture(Configuration.defaults().with(Option.QUEUE, 10));
    for (int i = 0; i < 25; i++) {
      SinkFixture.closeCleanly(stuck.open("netty"));
    }
    stuck.sink.check();
    assertThat(stuck.told).containsExactly("15 close events dropped, too many at once");
  }

  private static int weight(Connection connection) {
    return ((ConnectionRecord) connection).weight();
  }

  @Test
  void heldEndsAreBoundedAndGoEarlyRatherThanLost() {
    SinkFixture small = new SinkFixture(Configuration.defaults().with(Option.QUEUE, 10));
    for (int i = 0; i < 25; i++) {
      SinkFixture.breakOff(small.open("netty"));
      small.turn();
    }
    assertThat(small.events).hasSize(15);
    assertThat(small.loop.backlog()).isEqualTo(10L);
  }

  @Test
  void aFailingSinkIsToldOnceAndEventsGoOn() {
    sink.failure = new IllegalStateException("appender broken");
    SinkFixture.closeCleanly(sink.open("netty"));
    SinkFixture.closeCleanly(sink.open("netty"));
    sink.turn();
    assertThat(sink.calls).containsExactly("line ", "line ");
    assertThat(sink.told)
        .containsExactly(
            "a span could not be made (reported once): java.lang.IllegalStateException: appender"
                + " broken");
  }

  @Test
  void ticksOnceASecond() {
    sink.turnAfter(999);
    assertThat(sink.calls).isEmpty();
    sink.turnAfter(1);
    sink.turn();
    assertThat(sink.calls).containsExactly("tick");
  }
}
