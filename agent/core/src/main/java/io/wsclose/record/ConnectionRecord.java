// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import io.wsclose.bootstrap.Caller;
import io.wsclose.bootstrap.CoarseClock;
import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Headers;
import io.wsclose.bootstrap.Transport;
import io.wsclose.bootstrap.Upgrade;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Everything seen of one connection or attempt, from any thread, until it ends once.
 *
 * <p>It holds copies only: nothing of the application's or the stack's lives longer for it.
 */
public final class ConnectionRecord extends Connection {
  /** The record and the small objects it is made of, with the entries that lead to it. */
  private static final int OWN_BYTES = 1_000;

  private static final FactKind[] OF_A_CODEC = {
    FactKind.CLOSE_RECEIVED,
    FactKind.CLOSE_REQUESTED,
    FactKind.PARSER_FAILED,
    FactKind.LIMIT_EXCEEDED,
    FactKind.REPORTED
  };

  private final String id;
  private final StackInstance library;
  private final ApplicationCode application;
  private final Supplier<TraceContext> currentTrace;
  private final RecordListener listener;
  private final long startedNanos = CoarseClock.precise();
  private final FactLog facts = new FactLog();
  private final PingWatch pings = new PingWatch();
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile Handshake handshake;
  private volatile long openedNanos;
  private volatile long endedNanos;
  private volatile boolean codecInPlace;
  private GivenUp givenUp;
  private final LastFailure lastFailure = new LastFailure();
  private volatile SharedTransport carrier;

  ConnectionRecord(
      String id,
      Handshake handshake,
      StackInstance library,
      FrameRetention frames,
      ApplicationCode application,
      Supplier<TraceContext> currentTrace,
      RecordListener listener) {
    super(frames.count(), frames.previewBytes());
    this.id = id;
    this.handshake = handshake;
    this.library = library;
    this.application = application;
    this.currentTrace = currentTrace;
    this.listener = listener;
  }

  /** For a connection that was open before the agent came: open since an unknown time. */
  void openedBefore() {
    openedNanos = startedNanos;
    codecInPlace = true;
  }

  /** For an attempt of this JVM: the trace of who calls now is the one that it is part of. */
  void begunHere() {
    handshake = traced(handshake);
  }

  @Override
  protected void pingSent(long nanos, long payload) {
    pings.pingSent(nanos, payload);
  }

  @Override
  protected void pongReceived(long nanos, long payload) {
    pings.pongReceived(nanos, payload);
  }

  @Override
  public Transport transport() {
    return isRefused() ? Transport.none() : new OwnTransport(this);
  }

  /** What happened to an attempt elsewhere says nothing about where it goes on. */
  @Override
  protected synchronized void movedTo(Transport shared) {
    SharedTransport before = carrier;
    if (before == shared || ended.get()) {
      return;
    }
    if (before != null) {
      before.left(this);
      if (openedNanos == 0) {
        facts.begunAnew();
      }
    }
    SharedTransport next = (SharedTransport) shared;
    carrier = next;
    next.joined(this);
    if (ended.get()) {
      next.left(this);
    }
  }

  /** Takes what happened to its transport into its own order. */
  void take(Fact happened) {
    Fact fact =
        TransportFacts.classified(happened, library, openedNanos != 0)
            .at(nextSequence(), LatestTraffic.of(received(), sent(), pings));
    if (fact.is(FactKind.IDLE_EXPIRED) || fact.failure().isPresent()) {
      facts.add(fact);
    } else {
      facts.addOnce(fact);
    }
  }

  @Override
  public void requested(Upgrade upgrade) {
    if (awaitsResponse()) {
      handshake = handshake.withRequest(upgrade);
    }
  }

  @Override
  public boolean awaitsResponse() {
    return !handshake.isAnswered() && !ended.get();
  }

  @Override
  public void accepted(int status, Headers headers) {
    if (awaitsResponse()) {
      handshake = traced(handshake.accepted(status, headers));
      openedNanos = CoarseClock.precise();
    }
  }

  @Override
  public void refused(int status, Headers headers) {
    if (awaitsResponse()) {
      handshake = traced(handshake.refused(status));
      facts.add(fact(FactKind.REFUSED).with(status, ""));
      ended();
    }
  }

  private Handshake traced(Handshake made) {
    return made.trace().isPresent() ? made : made.tracedBy(currentTrace.get());
  }

  @Override
  public void codecInPlace() {
    codecInPlace = true;
  }

  @Override
  public void closeReceived(int code, String reason) {
    facts.add(fact(FactKind.CLOSE_RECEIVED).with(code, reason));
  }

  @Override
  public void closeSent(int code, String reason) {
    facts.add(fact(FactKind.CLOSE_SENT).with(code, reason));
  }

  @Override
  public void closeNotSent() {
    if (facts.has(FactKind.CLOSE_SENT)) {
      facts.addOnce(fact(FactKind.CLOSE_NOT_SENT));
    }
  }

  /** It may come after {@link #ended}: some stacks close the socket first, and then the queue. */
  @Override
  public void neverLeft(long frames, long bytes) {
    givenUp().neverLeft(sent().frames(), frames, bytes);
    if (frames > 0 || bytes > 0) {
      closeNotSent();
    }
  }

  @Override
  public void neverHandedOver(long frames, long bytes) {
    givenUp().neverHandedOver(frames, bytes);
  }

  @Override
  public void dropped(long frames) {
    givenUp().dropped(frames);
  }

  private synchronized GivenUp givenUp() {
    if (givenUp == null) {
      givenUp = new GivenUp();
    }
    return givenUp;
  }

  synchronized Backlog backlog() {
    return (givenUp == null ? new GivenUp() : givenUp).backlog(this);
  }

  @Override
  public void closeRequested(Throwable caller) {
    if (wants(FactKind.CLOSE_REQUESTED)) {
      facts.add(fact(FactKind.CLOSE_REQUESTED).with(traceOf(caller)));
    }
  }

  /** Of what is recorded once: whether it is not, while it can be. */
  boolean wants(FactKind kind) {
    return !ended.get() && !facts.has(kind);
  }

  /** Null where the caller is not known. */
  CallTrace traceOf(Throwable caller) {
    if (caller == null) {
      return null;
    }
    return caller instanceof Caller
        ? CallTrace.of((Caller) caller, application, library.packages())
        : CallTrace.of(caller.getStackTrace());
  }

  @Override
  public void failed(FailureOrigin origin, int status, Throwable failure) {
    if (!isNews(failure)) {
      return;
    }
    boolean ownFault = origin == FailureOrigin.PARSER && ThrowableSnapshot.isOwnFault(failure);
    facts.add(
        fact(FactKind.of(ownFault ? FailureOrigin.APPLICATION : origin, openedNanos != 0))
            .with(ownFault ? 0 : status, "")
            .with(ThrowableSnapshot.of(failure)));
  }

  boolean isNews(Throwable failure) {
    return lastFailure.isNews(failure);
  }

  @Override
  public void unparsable(byte[] head) {
    facts.add(fact(FactKind.UNPARSABLE).with(0, UnparsableBytes.classify(head)));
  }

  @Override
  public void stopping(String what) {
    take(TransportFacts.stopping(what));
  }

  /** Beside a stop of a server, which a shutdown hook may have begun a moment before. */
  void jvmStopping(String what, CallTrace caller) {
    Fact fact = fact(FactKind.STOPPING).with(0, what);
    facts.add(caller == null ? fact : fact.with(caller));
  }

  @Override
  public void sessionExpired() {
    facts.addOnce(fact(FactKind.SESSION_EXPIRED));
  }

  @Override
  public void reported(int code, String reason) {
    facts.addOnce(fact(FactKind.REPORTED).with(code, reason));
  }

  @Override
  public void ended() {
    if (ended.compareAndSet(false, true)) {
      endedNanos = CoarseClock.precise();
      facts.close();
      SharedTransport shared = carrier;
      if (shared != null) {
        shared.left(this);
      }
      listener.ended(this);
    }
  }

  @Override
  public void abandoned() {
    if (!ended.get()) {
      facts.add(fact(FactKind.ABANDONED));
      ended();
    }
  }

  private Fact fact(FactKind kind) {
    return Fact.of(kind, CoarseClock.precise(), 0)
        .at(nextSequence(), LatestTraffic.of(received(), sent(), pings));
  }

  public String id() {
    return id;
  }

  public StackInstance library() {
    return library;
  }

  /** Whether it is open and its frames are read here. */
  public boolean isOpen() {
    return openedNanos != 0 && !ended.get() && isRead();
  }

  private boolean isRead() {
    return codecInPlace || received().frames() > 0 || sent().frames() > 0;
  }

  /**
   * Whether it was opened, and its frames passed by the stack's codec: the server forwards the
   * bytes to another one, or a codec of the application's own reads them. How the WebSocket ended
   * is in those frames, so nothing seen here says it. Where application code threw, that is worth
   * its event all the same.
   */
  boolean isUnread() {
    if (openedNanos == 0 || isRead()) {
      return false;
    }
    for (FactKind kind : OF_A_CODEC) {
      if (facts.has(kind)) {
        return false;
      }
    }
    return !facts.has(FactKind.APPLICATION_FAILED);
  }

  /** When the handshake completed, on the scale of {@link System#nanoTime()}; 0 if not yet. */
  public long openedNanos() {
    return openedNanos;
  }

  /** The opening handshake as far as it went. */
  public Handshake handshake() {
    return handshake;
  }

  public boolean isRefused() {
    return handshake.isAnswered() && !handshake.isOpened();
  }

  /** The number of the transport that it shared at last; 0 if it had one to itself. */
  public long sharedTransport() {
    SharedTransport shared = carrier;
    return shared == null ? 0 : shared.id();
  }

  /** The HTTP status of the answer; 0 if there was none. */
  public int status() {
    return handshake.status();
  }

  /** Bytes on the heap, roughly. */
  public int weight() {
    return OWN_BYTES + weightOfFrames() + handshake.weight() + facts.weight();
  }

  /**
   * Lets go of what only an event needs, once it was emitted or dropped. The record itself lives as
   * long as the stack's objects, which an application may keep for longer than their connection.
   */
  public void release() {
    facts.release();
    releaseFrames();
    handshake = handshake.withoutHeaders();
  }

  /** Whether the stack already told the application. */
  public boolean isReported() {
    return facts.has(FactKind.REPORTED);
  }

  /** What is known now; final once the connection ended and the application was told. */
  public Evidence evidence() {
    return Evidence.of(
        this, handshake, new Times(startedNanos, openedNanos, endedNanos), facts, pings);
  }
}
