// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.socket;

import io.wsclose.cause.FactText;
import io.wsclose.cause.SocketSigns;
import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import io.wsclose.record.SocketEvent;
import java.util.EnumSet;
import java.util.Optional;

/**
 * What the kernel, or TLS on it, first said of the end of an opened connection. A broken pipe or an
 * end of stream may be the shadow of a reset: then that is what it said.
 */
public final class SocketEnd {
  private static final EnumSet<SocketEvent> NOT_THE_PEERS =
      EnumSet.of(SocketEvent.CLOSED_LOCALLY, SocketEvent.TLS_ALERT);

  private final Fact fact;
  private final SocketEvent event;

  private SocketEnd(Fact fact, SocketEvent event) {
    this.fact = fact;
    this.event = event;
  }

  public static Optional<SocketEnd> of(Evidence evidence) {
    if (!evidence.isOpened()) {
      return Optional.empty();
    }
    return evidence.facts().stream()
        .filter(fact -> fact.socketEvent().filter(SocketEnd::isThePeers).isPresent())
        .findFirst()
        .map(fact -> new SocketEnd(fact, meaning(evidence, fact)));
  }

  private static boolean isThePeers(SocketEvent event) {
    return !NOT_THE_PEERS.contains(event);
  }

  private static SocketEvent meaning(Evidence evidence, Fact first) {
    return SocketSigns.failureBehind(first, evidence).orElse(first).socketEvent().get();
  }

  public Fact fact() {
    return fact;
  }

  /** As a line of evidence. */
  public String line() {
    return isEof() ? FactText.withoutClose(fact) : FactText.of(fact);
  }

  public boolean isEof() {
    return event == SocketEvent.EOF || event == SocketEvent.TLS_TRUNCATED;
  }

  public boolean isReset() {
    return event == SocketEvent.RESET;
  }

  public boolean isBrokenPipe() {
    return event == SocketEvent.BROKEN_PIPE;
  }

  boolean isTimedOut() {
    return event == SocketEvent.TIMED_OUT;
  }

  /** ETIMEDOUT, or an ICMP message that the host or network cannot be reached. */
  public boolean isPathDead() {
    return event == SocketEvent.TIMED_OUT || event == SocketEvent.UNREACHABLE;
  }
}
