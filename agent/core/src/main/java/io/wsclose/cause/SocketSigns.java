// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause;

import io.wsclose.bootstrap.SocketOperation;
import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import io.wsclose.record.SocketEvent;
import io.wsclose.record.SocketEvents;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What the socket said first, and which failure is behind it. */
public final class SocketSigns {
  /** The failure and its shadow are on record within one turn of a loop of each other. */
  private static final long SAME_FAILURE_NANOS = 1_000_000_000L;

  private static final Set<SocketEvent> SHADOWING =
      Collections.unmodifiableSet(
          EnumSet.of(SocketEvent.RESET, SocketEvent.TIMED_OUT, SocketEvent.UNREACHABLE));

  private SocketSigns() {}

  /** The first thing that the socket said, local closes aside. */
  public static Optional<Fact> first(Evidence evidence) {
    Optional<Fact> first = first(evidence, event -> event != SocketEvent.CLOSED_LOCALLY);
    if (!first.isPresent()) {
      return first(evidence, event -> true);
    }
    Optional<Fact> failure = first.flatMap(shadow -> failureBehind(shadow, evidence));
    return failure.isPresent() ? failure : first;
  }

  private static Optional<Fact> first(Evidence evidence, Predicate<SocketEvent> which) {
    return evidence.facts().stream()
        .filter(fact -> fact.socketEvent().filter(which).isPresent())
        .findFirst();
  }

  /**
   * The failure of which {@code shadow} is what was left to say. The kernel gives a reset, or a
   * timeout of its retransmissions, to the first call that asks; a read after it gets an end of
   * stream, a write a broken pipe, and where these run on other threads they may be on record
   * first. A FIN looks different: once it was received, Linux answers a write that draws an RST
   * with a broken pipe, never with a reset (tcp_reset in state CLOSE_WAIT), and no retransmission
   * was about to time out. Windows answers it with a reset, so there the end of stream stays.
   */
  public static Optional<Fact> failureBehind(Fact shadow, Evidence evidence) {
    SocketEvent event = shadow.socketEvent().orElse(SocketEvent.RESET);
    if (event != SocketEvent.BROKEN_PIPE && event != SocketEvent.EOF) {
      return Optional.empty();
    }
    return evidence.facts().stream()
        .filter(fact -> fact.socketEvent().filter(SHADOWING::contains).isPresent())
        .filter(fact -> fact.nanos() - shadow.nanos() <= SAME_FAILURE_NANOS)
        .filter(
            fact ->
                event == SocketEvent.BROKEN_PIPE
                    || fact.operation().filter(SocketOperation.WRITE::equals).isPresent()
                        && !fact.failure().filter(SocketEvents::isWindowsReset).isPresent())
        .findFirst();
  }
}
