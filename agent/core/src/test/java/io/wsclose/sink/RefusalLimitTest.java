// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.bootstrap.Headers;
import io.wsclose.configuration.Configuration;
import io.wsclose.configuration.Option;
import io.wsclose.event.EventAttributes;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RefusalLimitTest {
  private final SinkFixture sink =
      new SinkFixture(Configuration.defaults().with(Option.REFUSED_RATE, 2));

  private void refuse(int status, int times) {
    for (int i = 0; i < times; i++) {
      sink.attempt("netty", "10.0.3.7").refused(status, Headers.none());
    }
  }

  @Test
  void beyondTheBurstTheyAreCountedByStatus() {
    refuse(404, 20);
    refuse(401, 5);
    refuse(404, 7);
    sink.turnAfter(1_000);
    assertThat(sink.events).hasSize(20);
    assertThat(summaries())
        .isEqualTo(
            "summary 12 more websocket handshakes refused: 404 7, 401 5"
                + " (no event for each: refused.rate=2)");
    assertThat(sink.backend.openCount()).isZero();
  }

  @Test
  void soManyASecondGoOnBecomingEvents() {
    refuse(404, 21);
    sink.turn();
    sink.time.advanceMillis(1_000);
    refuse(404, 10);
    sink.turn();
    assertThat(sink.events).hasSize(22);
  }

  @Test
  void summariesComeAtMostOnceASecond() {
    refuse(404, 21);
    sink.turnAfter(1_000);
    sink.time.advanceMillis(100);
    refuse(404, 5);
    sink.turn();
    assertThat(sink.calls).filteredOn(call -> call.startsWith("summary")).hasSize(1);
    sink.turnAfter(900);
    assertThat(sink.calls).filteredOn(call -> call.startsWith("summary")).hasSize(2);
  }

  @Test
  void connectionsThatOpenedAreNeverSummedUp() {
    for (int i = 0; i < 100; i++) {
      SinkFixture.closeCleanly(sink.open("netty"));
    }
    sink.turn();
    assertThat(sink.events).hasSize(100);
  }

  @Test
  void zeroMeansAll() {
    SinkFixture all = new SinkFixture(Configuration.defaults().with(Option.REFUSED_RATE, 0));
    for (int i = 0; i < 5_000; i++) {
      all.attempt("netty", "10.0.3.7").refused(404, Headers.none());
    }
    while (all.loop.backlog() > 0) {
      all.turn();
    }
    assertThat(all.events.size()).isEqualTo(5_000);
    assertThat(all.events.get(0).attributes()).containsEntry(EventAttributes.HTTP_STATUS, 404L);
  }

  @Test
  void statusesAreCountedTogetherWhereThereAreTooMany() {
    refuse(404, 20);
    for (int status = 400; status < 500; status++) {
      refuse(status, 1);
    }
    sink.turnAfter(1_000);
    assertThat(summaries()).startsWith("summary 100 more websocket handshakes refused: other 68, ");
  }

  /** The sink thread takes no turn: it hangs in an appender. */
  @Test
  void atTheEndOfTheJvmTheyAreSummedUpOnTheConsole() {
    SinkFixture stuck =
        new SinkFixture(
            Configuration.defaults()
                .with(Option.REFUSED_RATE, 2)
                .with(Option.FLUSH, Duration.ofMillis(1)));
    for (int i = 0; i < 25; i++) {
      stuck.attempt("netty", "10.0.3.7").refused(404, Headers.none());
    }
    stuck.close();
    assertThat(stuck.told)
        .contains("5 more websocket handshakes refused: 404 5 (no event for each: refused.rate=2)");
  }

  private String summaries() {
    return sink.calls.stream()
        .filter(call -> call.startsWith("summary"))
        .collect(Collectors.joining("\n"));
  }
}
