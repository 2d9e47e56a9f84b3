// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Headers;
import io.wsclose.bootstrap.Http11;
import io.wsclose.bootstrap.Role;
import io.wsclose.bootstrap.SocketOperation;
import io.wsclose.bootstrap.Upgrade;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConnectionRecordTest {
  private final AtomicInteger ends = new AtomicInteger();
  private final ConnectionRecord record =
      new ConnectionRecord(
          "1",
          Handshake.requested(
              new Upgrade("netty", Object.class, Role.SERVER, "/", false, Headers.none())),
          new StackInstance("netty", "", List.of(), null),
          FrameRetention.of(4, 0),
          new ApplicationCode(List.of()),
          TraceContext::none,
          new Listener());

  @Test
  void endsOnceWhoeverSaysItAndHoweverMany() throws Exception {
    record.accepted(101, Headers.none());
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<?>> enders = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        enders.add(
            threads.submit(
                () -> {
                  start.await();
                  record.ended();
                  record.abandoned();
                  return null;
                }));
      }
      start.countDown();
      for (Future<?> ender : enders) {
        ender.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(ends).hasValue(1);
    assertThat(record.isOpen()).isFalse();
  }

  @Test
  void whatUsesUpThisJvmIsNotThePeersViolation() {
    record.accepted(101, Headers.none());
    record.failed(FailureOrigin.PARSER, 1002, new IllegalStateException(new OutOfMemoryError()));
    record.failed(FailureOrigin.PARSER, 1002, new RejectedExecutionException());
    record.failed(FailureOrigin.PARSER, 1002, new StackOverflowError());
    assertThat(record.evidence().facts())
        .extracting(Fact::kind)
        .containsOnly(FactKind.APPLICATION_FAILED);
    record.failed(FailureOrigin.PARSER, 1002, new IllegalArgumentException("bad opcode"));
    assertThat(record.evidence().has(FactKind.PARSER_FAILED)).isTrue();
  }

  @Test
  void aRefusalIsTheEnd() {
    Http11.answered(record, 100, Headers.none());
    assertThat(ends).hasValue(0);
    record.refused(404, Headers.none());
    record.accepted(101, Headers.none());
    record.ended();
    assertThat(ends).hasValue(1);
    assertThat(record.isRefused()).isTrue();
    assertThat(record.evidence().handshake().status()).isEqualTo(404);
    assertThat(record.evidence().isOpened()).isFalse();
  }

  @Test
  void oneExceptionThatPassesManyHooksIsOneFact() {
    record.accepted(101, Headers.none());
    IOException reset = new IOException("Connection reset by peer");
    record.transport().socketFailed(SocketOperation.READ, reset);
    record.transport().socketFailed(SocketOperation.READ, reset);
    record.failed(FailureOrigin.APPLICATION, 0, new RuntimeException(reset));
    assertThat(record.evidence().facts())
        .extracting(Fact::kind)
        .containsExactly(FactKind.SOCKET_FAILED);
    assertThat(record.evidence().failures()).hasSize(1);
  }

  @Test
  void aHostileExceptionDoesNotCostTheFact() {
    record.accepted(101, Headers.none());
    record.failed(FailureOrigin.PARSER, 1002, new HostileException());
    assertThat(record.evidence().has(FactKind.PARSER_FAILED)).isTrue();
  }

  @Test
  void anExceptionBeforeTheAnswerIsTheHandshakes() {
    record.failed(FailureOrigin.APPLICATION, 0, new IllegalStateException());
    assertThat(record.evidence().has(FactKind.HANDSHAKE_FAILED)).isTrue();
  }

  @Test
  void whatCannotFailWasNotSent() {
    record.accepted(101, Headers.none());
    record.closeNotSent();
    assertThat(record.evidence().facts()).isEmpty();
    record.closeRequested(new Throwable());
    record.closeSent(1000, "");
    record.closeNotSent();
    assertThat(record.evidence().closeSent()).isEmpty();
    assertThat(record.evidence().first(FactKind.CLOSE_REQUESTED).flatMap(Fact::caller)).isPresent();
  }

  @Test
  void framesAndPingsAreCounted() {
    record.accepted(101, Headers.none());
    for (int i = 0; i < 6; i++) {
      record.frameReceived(1, true, 0, 5);
    }
    record.frameSent(9, true, 0, 0);
    record.frameSent(9, true, 0, 0);
    Evidence evidence = record.evidence();
    assertThat(evidence.traffic().framesReceived()).isEqualTo(6);
    assertThat(evidence.traffic().frames()).hasSize(6);
    assertThat(evidence.unansweredPings()).isEqualTo(2);
    record.frameReceived(0xa, true, 0, 0);
    assertThat(record.evidence().unansweredPings()).isZero();
    assertThat(record.evidence().roundTripNanos()).isNotNegative();
  }

  @Test
  void whatTheApplicationIsToldMayComeLate() {
    record.accepted(101, Headers.none());
    record.ended();
    record.transport().endOfStream();
    record.reported(1006, "");
    record.reported(1000, "");
    assertThat(ends).hasValue(1);
    assertThat(record.isReported()).isTrue();
    assertThat(record.evidence().facts()).extracting(Fact::code).containsExactly(1006);
  }

  @Test
  void headersOfAnAnswerAreWantedOnce() {
    assertThat(record.awaitsResponse()).isTrue();
    Http11.answered(record, 100, Headers.none());
    assertThat(record.awaitsResponse()).isTrue();
    record.refused(404, Headers.none());
    assertThat(record.awaitsResponse()).as("more answers on a kept connection").isFalse();
  }

  @Test
  void oneThatEndedWithoutAnAnswerWantsNone() {
    record.ended();
    assertThat(record.awaitsResponse()).isFalse();
  }

  @Test
  void releasedItTakesNothingMore() {
    record.accepted(101, Headers.none());
    record.frameReceived(1, true, 0, 5);
    record.closeReceived(1000, "bye");
    record.ended();
    int before = record.weight();
    record.release();
    int after = record.weight();
    record.frameReceived(1, true, 0, 5);
    record.frameSent(9, true, 0, 5);
    record.reported(1000, "");
    record.transport().socketFailed(SocketOperation.READ, new IOException("Connection reset"));
    assertThat(after).isLessThan(before);
    assertThat(record.weight()).isEqualTo(after);
    assertThat(record.handshake().peerAddress()).isEmpty();
    assertThat(record.received().frames()).isEqualTo(2);
    assertThat(record.received().kept()).isZero();
  }

  private static final class HostileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public synchronized Throwable getCause() {
      throw new IllegalStateException("on purpose");
    }
  }

  private final class Listener implements RecordListener {
    @Override
    public void ended(ConnectionRecord ended) {
      ends.incrementAndGet();
    }
  }
}
