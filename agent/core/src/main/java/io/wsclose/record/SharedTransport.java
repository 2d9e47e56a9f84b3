// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import io.wsclose.bootstrap.SocketOperation;
import io.wsclose.bootstrap.Transport;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A transport that carries several connections, at the same time or one after the other. It knows
 * those that live, and of what happened to itself as much as one that joins later must know: a
 * socket may have ended while it waited in its pool.
 */
final class SharedTransport extends Transport {
  private final long id;
  private final AtomicInteger surplus;
  private final Set<ConnectionRecord> carried = new LinkedHashSet<>(4);
  private final Map<FactKind, Fact> known = new EnumMap<>(FactKind.class);
  private final LastFailure lastFailure = new LastFailure();

  /**
   * @param id not 0, different for each
   * @param surplus counts the live connections beyond the first of each shared transport
   */
  SharedTransport(long id, AtomicInteger surplus) {
    this.id = id;
    this.surplus = surplus;
  }

  long id() {
    return id;
  }

  void joined(ConnectionRecord connection) {
    List<Fact> before;
    synchronized (this) {
      if (!carried.add(connection)) {
        return;
      }
      if (carried.size() > 1) {
        surplus.incrementAndGet();
      }
      before = new ArrayList<>(known.values());
    }
    for (Fact fact : before) {
      connection.take(fact);
    }
  }

  synchronized void left(ConnectionRecord connection) {
    if (carried.remove(connection) && !carried.isEmpty()) {
      surplus.decrementAndGet();
    }
  }

  /** The connections on it that have not ended. */
  synchronized List<ConnectionRecord> carried() {
    return new ArrayList<>(carried);
  }

  @Override
  public void endOfStream() {
    tell(TransportFacts.endOfStream(), null, true);
  }

  @Override
  public void socketFailed(SocketOperation operation, Throwable failure) {
    if (lastFailure.isNews(failure)) {
      tell(TransportFacts.socketFailed(operation, failure), failure, true);
    }
  }

  @Override
  public void tlsFailed(Throwable failure) {
    if (lastFailure.isNews(failure)) {
      tell(TransportFacts.tlsFailed(failure), failure, true);
    }
  }

  /** Concerns those that are on it now: one that waits in a pool is idle by right. */
  @Override
  public void idleExpired(long limitMillis) {
    tell(TransportFacts.idleExpired(limitMillis), null, false);
  }

  @Override
  public void closeRequested(Throwable caller) {
    List<ConnectionRecord> now = carried();
    if (!now.isEmpty()) {
      tell(TransportFacts.closeRequested().with(now.get(0).traceOf(caller)), null, false);
    }
  }

  @Override
  public void stopping(String what) {
    tell(TransportFacts.stopping(what), null, true);
  }

  /** Each connection on it has an end of its own, and may learn of more before. */
  @Override
  public void ended() {}

  /**
   * In one step, so that a connection that joins meanwhile gets the fact once.
   *
   * @param failure what was thrown, which a connection may know already; null if nothing was
   * @param lasting whether one that joins later must know
   */
  private void tell(Fact fact, Throwable failure, boolean lasting) {
    List<ConnectionRecord> now;
    synchronized (this) {
      if (lasting && !known.containsKey(fact.kind())) {
        known.put(fact.kind(), fact);
      }
      now = new ArrayList<>(carried);
    }
    for (ConnectionRecord connection : now) {
      if (failure == null || connection.isNews(failure)) {
        connection.take(fact);
      }
    }
  }
}
