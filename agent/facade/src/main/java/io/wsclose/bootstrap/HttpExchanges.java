// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The requests of one HTTP/1.1 connection, for stacks that read the next request while earlier ones
 * are unanswered (pipelining). Nothing but the order says which answer belongs to which request: a
 * server sends its answers in the order of the requests (RFC 9112 section 9.3.2).
 *
 * <p>All requests are counted, upgrade requests are kept until they are answered.
 */
public final class HttpExchanges {
  private final ArrayDeque<Unanswered> unanswered = new ArrayDeque<Unanswered>(2);
  private long requests;
  private long answers;

  /** A request was read, of whatever kind. */
  public synchronized void requested() {
    requests++;
  }

  /**
   * An answer is sent.
   *
   * @param toWebSocket whether it switches to WebSocket: that is an upgrade request's answer even
   *     where the server does not keep the order
   * @return the attempt that it answers; one that ignores everything if there is none
   */
  public synchronized Connection answered(int status, boolean toWebSocket) {
    // an answer to no request: to one read before the agent came, or a timeout's 408
    if (Http11.isInterim(status) || answers == requests) {
      return NoConnection.INSTANCE;
    }
    answers++;
    Unanswered first = unanswered.peekFirst();
    if (first == null || first.number > answers && !toWebSocket) {
      return NoConnection.INSTANCE;
    }
    unanswered.removeFirst();
    if (toWebSocket) {
      // no other request on this connection will be answered
      unanswered.clear();
    }
    return first.attempt;
  }

  /** Whether an upgrade request is waiting for its answer. */
  synchronized boolean isUpgradeUnanswered() {
    return !unanswered.isEmpty();
  }

  /** The request read last is this attempt. */
  synchronized void upgradeRequested(Connection attempt) {
    unanswered.addLast(new Unanswered(requests, attempt));
  }

  /** What the HTTP connection is now: its unanswered attempts; null if there are none. */
  synchronized Connection current() {
    if (unanswered.size() < 2) {
      return unanswered.isEmpty() ? null : unanswered.peekFirst().attempt;
    }
    List<Connection> attempts = new ArrayList<Connection>(unanswered.size());
    for (Unanswered each : unanswered) {
      attempts.add(each.attempt);
    }
    return new UnansweredAttempts(attempts);
  }

  private static final class Unanswered {
    private final long number;
    private final Connection attempt;

    /**
     * @param number counts the requests of the HTTP connection, from 1
     */
    private Unanswered(long number, Connection attempt) {
      this.number = number;
      this.attempt = attempt;
    }
  }
}
