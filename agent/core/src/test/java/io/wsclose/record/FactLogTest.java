// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.bootstrap.SocketOperation;
import org.junit.jupiter.api.Test;

class FactLogTest {
  private final FactLog log = new FactLog();

  @Test
  void ordersByTimeThenSequence() {
    log.add(Fact.of(FactKind.END_OF_STREAM, 20, 3));
    log.add(Fact.of(FactKind.CLOSE_SENT, 10, 2));
    log.add(Fact.of(FactKind.CLOSE_RECEIVED, 10, 1));
    assertThat(log.inOrder())
        .extracting(Fact::kind)
        .containsExactly(FactKind.CLOSE_RECEIVED, FactKind.CLOSE_SENT, FactKind.END_OF_STREAM);
  }

  @Test
  void ofSignsTheOldestStayOfAllElseTheNewest() {
    for (int i = 0; i < 100; i++) {
      log.add(Fact.of(FactKind.SOCKET_FAILED, i, i));
      log.add(Fact.of(FactKind.IDLE_EXPIRED, i, i));
    }
    assertThat(log.inOrder())
        .filteredOn(fact -> fact.is(FactKind.SOCKET_FAILED))
        .extracting(Fact::nanos)
        .containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
    assertThat(log.inOrder())
        .filteredOn(fact -> fact.is(FactKind.IDLE_EXPIRED))
        .extracting(Fact::nanos)
        .containsExactly(94L, 95L, 96L, 97L, 98L, 99L);
  }

  @Test
  void aSignOfTheEndFindsRoomInAFullLog() {
    int sequence = 0;
    for (FactKind kind : FactKind.values()) {
      for (int i = 0; i < 6 && !kind.isSignOfTheEnd(); i++) {
        log.add(Fact.of(kind, sequence, sequence++));
      }
    }
    assertThat(log.inOrder()).hasSize(32);
    log.add(Fact.of(FactKind.END_OF_STREAM, sequence, sequence));
    assertThat(log.inOrder())
        .hasSize(32)
        .last()
        .extracting(Fact::kind)
        .isEqualTo(FactKind.END_OF_STREAM);
  }

  @Test
  void afterTheEndOnlyWhatTheApplicationWasToldIsTaken() {
    log.add(Fact.of(FactKind.CLOSE_RECEIVED, 1, 1));
    log.close();
    log.add(Fact.of(FactKind.APPLICATION_FAILED, 2, 2));
    log.add(Fact.of(FactKind.REPORTED, 3, 3));
    assertThat(log.inOrder())
        .extracting(Fact::kind)
        .containsExactly(FactKind.CLOSE_RECEIVED, FactKind.REPORTED);
  }

  @Test
  void aResetThatAReadBringsAfterTheEndExplainsABrokenPipe() {
    log.add(socket(SocketEvent.BROKEN_PIPE, 10));
    log.close();
    log.add(socket(SocketEvent.RESET, 20));
    log.add(socket(SocketEvent.EOF, 30));
    assertThat(log.inOrder())
        .extracting(fact -> fact.socketEvent().orElseThrow())
        .containsExactly(SocketEvent.BROKEN_PIPE, SocketEvent.RESET);
  }

  /** A caught exception a second, for weeks. */
  @Test
  void ofExceptionsThatEndNothingOnlyTheNewestIsKeptInFull() {
    for (int i = 0; i < 20; i++) {
      log.add(thrown(FactKind.APPLICATION_FAILED, i));
    }
    assertThat(log.inOrder())
        .extracting(fact -> fact.failure().orElseThrow().message())
        .containsExactly("no. 14", "no. 15", "no. 16", "no. 17", "no. 18", "no. 19");
    assertThat(log.inOrder())
        .extracting(fact -> fact.failure().orElseThrow().frames().size())
        .containsExactly(4, 4, 4, 4, 4, 64);
    assertThat(log.inOrder())
        .extracting(fact -> fact.failure().orElseThrow().causes().size())
        .containsExactly(0, 0, 0, 0, 0, 1);
    assertThat(log.weight()).isLessThan(64 * 2 * 56 + 6 * 1_000);
  }

  @Test
  void exceptionsThatMayBeTheEndAreAllKeptInFull() {
    log.add(thrown(FactKind.SOCKET_FAILED, 1));
    log.add(thrown(FactKind.PARSER_FAILED, 2));
    log.add(thrown(FactKind.SOCKET_FAILED, 3));
    assertThat(log.inOrder())
        .extracting(fact -> fact.failure().orElseThrow().frames().size())
        .containsOnly(64);
  }

  @Test
  void releasedItTakesNothing() {
    log.add(thrown(FactKind.SOCKET_FAILED, 1));
    log.release();
    log.add(Fact.of(FactKind.REPORTED, 2, 2));
    assertThat(log.inOrder()).isEmpty();
    assertThat(log.weight()).isZero();
  }

  private static Fact thrown(FactKind kind, int at) {
    return Fact.of(kind, at, at).with(ThrowableSnapshot.of(deep(100, at)));
  }

  private static Exception deep(int levels, int at) {
    return levels > 0
        ? deep(levels - 1, at)
        : new IllegalStateException("no. " + at, new IllegalArgumentException("cause"));
  }

  private static Fact socket(SocketEvent event, int at) {
    return Fact.of(FactKind.SOCKET_FAILED, at, at).with(event, SocketOperation.READ);
  }
}
