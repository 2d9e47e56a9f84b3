// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import io.wsclose.bootstrap.SocketOperation;
import io.wsclose.bootstrap.Transport;

/** A transport that one connection has to itself: without state, made when something happens. */
final class OwnTransport extends Transport {
  private final ConnectionRecord connection;

  OwnTransport(ConnectionRecord connection) {
    this.connection = connection;
  }

  @Override
  public void endOfStream() {
    connection.take(TransportFacts.endOfStream());
  }

  @Override
  public void socketFailed(SocketOperation operation, Throwable failure) {
    if (connection.isNews(failure)) {
      connection.take(TransportFacts.socketFailed(operation, failure));
    }
  }

  @Override
  public void tlsFailed(Throwable failure) {
    if (connection.isNews(failure)) {
      connection.take(TransportFacts.tlsFailed(failure));
    }
  }

  @Override
  public void idleExpired(long limitMillis) {
    connection.take(TransportFacts.idleExpired(limitMillis));
  }

  @Override
  public void closeRequested(Throwable caller) {
    if (connection.wants(FactKind.TRANSPORT_CLOSE_REQUESTED)) {
      connection.take(TransportFacts.closeRequested().with(connection.traceOf(caller)));
    }
  }

  @Override
  public void stopping(String what) {
    connection.stopping(what);
  }

  @Override
  public void ended() {
    connection.ended();
  }
}
