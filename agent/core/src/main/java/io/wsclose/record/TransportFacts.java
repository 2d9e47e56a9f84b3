// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import io.wsclose.bootstrap.CoarseClock;
import io.wsclose.bootstrap.SocketOperation;
import java.util.Optional;

/**
 * What happens to a transport, as facts. Each connection on it takes them into its own order, see
 * {@link ConnectionRecord#take}.
 */
final class TransportFacts {
  private TransportFacts() {}

  static Fact endOfStream() {
    return Delay.noted(now(FactKind.END_OF_STREAM).with(SocketEvent.EOF, SocketOperation.READ));
  }

  static Fact socketFailed(SocketOperation operation, Throwable failure) {
    ThrowableSnapshot snapshot = ThrowableSnapshot.of(failure);
    return Delay.noted(now(FactKind.SOCKET_FAILED).with(snapshot).with(null, operation));
  }

  static Fact tlsFailed(Throwable failure) {
    return now(FactKind.TLS_FAILED).with(ThrowableSnapshot.of(failure));
  }

  /**
   * With what the exception of a failure stands for, in the words of this stack.
   *
   * @param opened whether the WebSocket was open, and TLS in place for long
   */
  static Fact classified(Fact fact, StackInstance library, boolean opened) {
    Optional<ThrowableSnapshot> failure = fact.failure();
    if (fact.is(FactKind.TLS_FAILED)) {
      SocketOperation during = opened ? SocketOperation.READ : SocketOperation.TLS_HANDSHAKE;
      return failure
          .flatMap(thrown -> SocketEvents.classifyTls(thrown, library))
          .map(event -> fact.with(event, during))
          .orElse(fact);
    }
    if (fact.is(FactKind.SOCKET_FAILED)) {
      return failure
          .flatMap(thrown -> SocketEvents.classify(thrown, library))
          .map(event -> fact.with(event, fact.operation().orElse(null)))
          .orElse(fact.with(null, null));
    }
    return fact;
  }

  static Fact idleExpired(long limitMillis) {
    return now(FactKind.IDLE_EXPIRED).with((int) Math.min(limitMillis, Integer.MAX_VALUE), "");
  }

  static Fact closeRequested() {
    return now(FactKind.TRANSPORT_CLOSE_REQUESTED);
  }

  static Fact stopping(String what) {
    return now(FactKind.STOPPING).with(0, what);
  }

  private static Fact now(FactKind kind) {
    return Fact.of(kind, CoarseClock.precise(), 0);
  }
}
