// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Headers;
import io.wsclose.bootstrap.Role;
import io.wsclose.bootstrap.SocketOperation;
import io.wsclose.bootstrap.Upgrade;
import io.wsclose.cause.SocketSigns;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedTransportTest implements RecordListener {
  private final AtomicInteger ends = new AtomicInteger();
  private final AtomicInteger surplus = new AtomicInteger();
  private final SharedTransport transport = new SharedTransport(7, surplus);

  @Test
  void aFactReachesEveryConnectionThatIsOnItAndIsMadeOnce() {
    ConnectionRecord one = opened(transport);
    ConnectionRecord other = opened(transport);
    ConnectionRecord elsewhere = opened(new SharedTransport(8, surplus));

    transport.socketFailed(SocketOperation.READ, new IOException("Connection reset by peer"));

    Fact first = one.evidence().first(FactKind.SOCKET_FAILED).orElseThrow();
    Fact second = other.evidence().first(FactKind.SOCKET_FAILED).orElseThrow();
    assertThat(first.socketEvent()).contains(SocketEvent.RESET);
    assertThat(first.nanos()).isEqualTo(second.nanos());
    assertThat(first.failure().orElseThrow()).isSameAs(second.failure().orElseThrow());
    assertThat(elsewhere.evidence().facts()).isEmpty();
  }

  @Test
  void aStopACloseAndAnIdleLimitReachEveryConnection() {
    ConnectionRecord one = opened(transport);
    ConnectionRecord other = opened(transport);

    transport.stopping("server");
    transport.idleExpired(30_000);
    transport.closeRequested(new Throwable());
    transport.endOfStream();

    assertThat(one.evidence().facts())
        .extracting(Fact::kind)
        .containsExactly(
            FactKind.STOPPING,
            FactKind.IDLE_EXPIRED,
            FactKind.TRANSPORT_CLOSE_REQUESTED,
            FactKind.END_OF_STREAM);
    assertThat(other.evidence().facts()).hasSize(4);
    assertThat(other.evidence().first(FactKind.TRANSPORT_CLOSE_REQUESTED).flatMap(Fact::caller))
        .isPresent();
  }

  @Test
  void anExceptionThatAConnectionSawBeforeItsTransportIsOneFactThere() {
    ConnectionRecord one = opened(transport);
    ConnectionRecord other = opened(transport);
    IOException reset = new IOException("Connection reset by peer");

    one.failed(FailureOrigin.APPLICATION, 0, reset);
    transport.socketFailed(SocketOperation.READ, reset);
    transport.socketFailed(SocketOperation.READ, new IOException(reset));
    other.failed(FailureOrigin.APPLICATION, 0, new RuntimeException(reset));

    assertThat(one.evidence().facts())
        .extracting(Fact::kind)
        .containsExactly(FactKind.APPLICATION_FAILED);
    assertThat(other.evidence().facts())
        .extracting(Fact::kind)
        .containsExactly(FactKind.SOCKET_FAILED);
  }

  @Test
  void whatItLearnsAfterItsOwnEndStillReachesTheConnectionsThatLive() {
    ConnectionRecord one = opened(transport);
    ConnectionRecord other = opened(transport);
    transport.ended();
    assertThat(ends).hasValue(0);
    one.ended();

    transport.endOfStream();

    assertThat(one.evidence().facts()).isEmpty();
    assertThat(other.evidence().has(FactKind.END_OF_STREAM)).isTrue();
    assertThat(other.isOpen()).isTrue();
  }

  @Test
  void aConnectionThatComesLaterKnowsWhatTheTransportWentThrough() {
    transport.endOfStream();
    transport.socketFailed(SocketOperation.WRITE, new IOException("Broken pipe"));
    transport.idleExpired(1000);
    transport.stopping("server");

    assertThat(attempt(transport).evidence().facts())
        .extracting(Fact::kind)
        .containsExactly(FactKind.END_OF_STREAM, FactKind.SOCKET_FAILED, FactKind.STOPPING);
  }

  @Test
  void anAttemptThatMovesLeavesBehindWhatHappenedToItBefore() {
    SharedTransport next = new SharedTransport(8, surplus);
    ConnectionRecord attempt = attempt(transport);
    transport.socketFailed(SocketOperation.WRITE, new IOException("Broken pipe"));
    transport.stopping("event loop");

    attempt.movedTo(next);
    transport.endOfStream();
    attempt.accepted(101, Headers.none());
    next.socketFailed(SocketOperation.READ, new IOException("Connection reset"));

    assertThat(attempt.evidence().isOpened()).isTrue();
    assertThat(attempt.evidence().facts())
        .extracting(Fact::kind)
        .containsExactly(FactKind.STOPPING, FactKind.SOCKET_FAILED);
    assertThat(SocketSigns.first(attempt.evidence()).flatMap(Fact::socketEvent))
        .contains(SocketEvent.RESET);
    assertThat(transport.carried()).isEmpty();
    assertThat(attempt.sharedTransport()).isEqualTo(8);
  }

  @Test
  void aRefusedAttemptLetsGoOfItsTransportAndTheNextOneTakesIt() {
    ConnectionRecord first = attempt(transport);
    first.refused(401, Headers.none());
    assertThat(transport.carried()).isEmpty();
    assertThat(first.transport().isKnown()).isFalse();

    ConnectionRecord second = attempt(transport);
    transport.endOfStream();

    assertThat(ends).hasValue(1);
    assertThat(first.evidence().has(FactKind.END_OF_STREAM)).isFalse();
    assertThat(second.evidence().has(FactKind.END_OF_STREAM)).isTrue();
  }

  @Test
  void aTlsFailureIsTheHandshakesForThoseThatAreNotOpen() {
    ConnectionRecord open = opened(transport);
    ConnectionRecord attempt = attempt(transport);

    transport.tlsFailed(new IOException("Received fatal alert: certificate_unknown"));

    assertThat(open.evidence().first(FactKind.TLS_FAILED).flatMap(Fact::operation))
        .contains(SocketOperation.READ);
    assertThat(attempt.evidence().first(FactKind.TLS_FAILED).flatMap(Fact::operation))
        .contains(SocketOperation.TLS_HANDSHAKE);
  }

  @Test
  void tenThousandStreamsOneAfterTheOtherLeaveNothingBehind() {
    for (int i = 0; i < 10_000; i++) {
      ConnectionRecord stream = opened(transport);
      if (i % 2 == 0) {
        stream.ended();
      } else {
        stream.abandoned();
      }
    }
    assertThat(transport.carried()).isEmpty();
    assertThat(ends).hasValue(10_000);
    assertThat(surplus).hasValue(0);
  }

  @Test
  void tenThousandStreamsAtTheSameTimeShareOneSnapshot() {
    List<ConnectionRecord> streams = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      streams.add(opened(transport));
    }
    assertThat(surplus).hasValue(9_999);

    transport.socketFailed(SocketOperation.READ, new IOException("Connection reset by peer"));
    for (int i = 0; i < 100; i++) {
      transport.socketFailed(SocketOperation.READ, new IOException("Connection reset by peer"));
    }

    assertThat(streams).allMatch(stream -> stream.evidence().failures().size() <= 6);
    assertThat(streams.stream().map(stream -> stream.evidence().failures().get(0)).distinct())
        .hasSize(1);
    streams.forEach(ConnectionRecord::ended);
    assertThat(transport.carried()).isEmpty();
    assertThat(surplus).hasValue(0);
  }

  @Test
  void aConnectionThatJoinsWhileSomethingHappensLearnsOfItOnce() throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      for (int i = 0; i < 200; i++) {
        SharedTransport shared = new SharedTransport(i + 1, surplus);
        CountDownLatch start = new CountDownLatch(1);
        Future<?> failing =
            thread.submit(
                () -> {
                  start.await();
                  shared.socketFailed(SocketOperation.READ, new IOException("Connection reset"));
                  return null;
                });
        start.countDown();
        ConnectionRecord joining = attempt(shared);
        failing.get();
        assertThat(joining.evidence().facts()).hasSize(1);
      }
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  void anAttemptBeginsWithoutARequestAndKeepsItsRole() {
    ConnectionRecord attempt = record(Role.CLIENT);
    attempt.transport().socketFailed(SocketOperation.CONNECT, new IOException("refused"));
    attempt.requested(
        new Upgrade("netty", Object.class, Role.CLIENT, "/chat", true, Headers.none()));
    attempt.accepted(200, Headers.none());

    assertThat(attempt.handshake().role()).isEqualTo(Role.CLIENT);
    assertThat(attempt.handshake().path()).isEqualTo("/chat");
    assertThat(attempt.handshake().isOpened()).isTrue();
    assertThat(attempt.evidence().isOpened()).isTrue();
    attempt.requested(new Upgrade("netty", Object.class, Role.CLIENT, "/", false, Headers.none()));
    assertThat(attempt.handshake().path()).as("after the answer").isEqualTo("/chat");
    assertThat(attempt.sharedTransport()).as("it has its transport to itself").isZero();
  }

  private ConnectionRecord opened(SharedTransport carrier) {
    ConnectionRecord record = attempt(carrier);
    record.accepted(200, Headers.none());
    record.codecInPlace();
    return record;
  }

  private ConnectionRecord attempt(SharedTransport carrier) {
    ConnectionRecord record = record(Role.SERVER);
    record.movedTo(carrier);
    return record;
  }

  private ConnectionRecord record(Role role) {
    return new ConnectionRecord(
        "1",
        Handshake.requested(new Upgrade("netty", Object.class, role, "/", false, Headers.none())),
        new StackInstance("netty", "", List.of(), null),
        FrameRetention.of(4, 0),
        new ApplicationCode(List.of()),
        TraceContext::none,
        this);
  }

  @Override
  public void ended(ConnectionRecord record) {
    ends.incrementAndGet();
  }

  @Override
  public void dropped() {}
}
