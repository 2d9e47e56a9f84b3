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

  private static Fact socket(SocketEvent event, int at) {
    return Fact.of(FactKind.SOCKET_FAILED, at, at).with(event, SocketOperation.READ);
  }
}
