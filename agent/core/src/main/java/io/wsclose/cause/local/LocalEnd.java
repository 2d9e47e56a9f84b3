// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.local;

import io.wsclose.record.CallSite;
import io.wsclose.record.CallTrace;
import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import io.wsclose.record.FactKind;
import io.wsclose.record.SocketEvent;
import io.wsclose.record.ThrowableSnapshot;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The first sign that this JVM ended the connection, whoever in it: a call to close, a Close frame
 * of ours, or a socket that was found closed.
 */
public final class LocalEnd {
  private static final long SAME_MOMENT_NANOS = 100_000_000L;

  /** Callbacks for a failure that the Jakarta API and frameworks on the stacks have. */
  private static final List<String> ERROR_CALLBACKS =
      Arrays.asList("onError", "handleTransportError", "handleError");

  private final Evidence evidence;
  private final Fact fact;

  private LocalEnd(Evidence evidence, Fact fact) {
    this.evidence = evidence;
    this.fact = fact;
  }

  /** Empty if this JVM did not end it, or it was never opened. */
  public static Optional<LocalEnd> of(Evidence evidence) {
    return evidence.isOpened() ? ofAny(evidence) : Optional.empty();
  }

  static Optional<LocalEnd> ofAny(Evidence evidence) {
    return evidence.facts().stream()
        .filter(LocalEnd::isLocal)
        .findFirst()
        .map(fact -> new LocalEnd(evidence, fact));
  }

  private static boolean isLocal(Fact fact) {
    return fact.is(FactKind.CLOSE_REQUESTED)
        || fact.is(FactKind.TRANSPORT_CLOSE_REQUESTED)
        || fact.is(FactKind.CLOSE_SENT)
        || isFoundClosed(fact);
  }

  private static boolean isFoundClosed(Fact fact) {
    return fact.socketEvent().filter(event -> event == SocketEvent.CLOSED_LOCALLY).isPresent();
  }

  public Fact fact() {
    return fact;
  }

  /** Whether nobody was seen closing: a call on the socket found it closed. */
  boolean isFoundClosed() {
    return isFoundClosed(fact);
  }

  /** Whether the peer was told, or was to be told, with a Close frame. */
  boolean isWithCloseFrame() {
    return evidence.closeSent().isPresent() || evidence.has(FactKind.CLOSE_REQUESTED);
  }

  /** The status code of our Close frame; 0 where none left this JVM. */
  public int status() {
    return evidence.closeSent().map(Fact::code).orElse(0);
  }

  /** Who asked, where somebody was seen asking. */
  Optional<CallTrace> caller() {
    return requests().map(Fact::caller).filter(Optional::isPresent).map(Optional::get).findFirst();
  }

  private Stream<Fact> requests() {
    return evidence.facts().stream()
        .filter(LocalEnd::isLocal)
        .filter(request -> request.nanos() - fact.nanos() <= SAME_MOMENT_NANOS);
  }

  /** The call that asked; empty if the stack closed by itself, or nobody knows. */
  public Optional<CallSite> callSite() {
    return caller().flatMap(trace -> trace.site(evidence.library().packages()));
  }

  /** Whether a timer surely asked. */
  boolean isByTimer() {
    return caller().filter(trace -> trace.isTimer(evidence.library().timers())).isPresent();
  }

  /** Whether the call came from a pool that runs timers, and may run ordinary work too. */
  boolean isOnTimerPool() {
    return caller().filter(CallTrace::isOnScheduledPool).isPresent();
  }

  /**
   * Whether the stack trace shows that this end answers a failure: a callback for failures asked
   * for it, or the stack itself did. Application code elsewhere may have a reason of its own.
   */
  boolean answersFailure() {
    return !callSite().isPresent() || isInErrorCallback();
  }

  boolean isInErrorCallback() {
    return passes(ERROR_CALLBACKS) || passes(evidence.library().profile().errorCallbacks());
  }

  /** The same for an idle limit that ran out. */
  boolean answersIdleLimit() {
    return !callSite().isPresent() || passes(evidence.library().profile().idleCallbacks());
  }

  private boolean passes(List<String> callbacks) {
    return caller().filter(trace -> trace.passesMethod(callbacks)).isPresent();
  }

  /** The latest fact of {@code kind} that this end is a reaction to. */
  Optional<Fact> provokedBy(FactKind kind) {
    return evidence.provoking(fact, kind);
  }

  /** The failure that this end is a reaction to, if it or one of its causes is as asked for. */
  Optional<Fact> provokedBy(Predicate<ThrowableSnapshot> failure) {
    return provokedBy(FactKind.APPLICATION_FAILED)
        .filter(cause -> cause.failure().get().chain().stream().anyMatch(failure));
  }
}
