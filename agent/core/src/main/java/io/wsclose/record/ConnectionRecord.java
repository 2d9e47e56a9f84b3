package io.wsclose.record;

import io.wsclose.bootstrap.Caller;
import io.wsclose.bootstrap.CoarseClock;
import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Headers;
import io.wsclose.bootstrap.LocalClose;
import io.wsclose.bootstrap.SocketOperation;
import java.lang.ref.WeakReference;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Everything seen of one connection or attempt, from any thread, until it ends once.
 *
 * <p>It holds copies only: nothing of the application's or the stack's lives longer for it.
 */
public final class ConnectionRecord extends Connection {
  /** Cause chains can be cyclic. */
  private static final int MAX_LINKS = 8;

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
  private final StackLibrary library;
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
  private volatile boolean refused;
  private long sentAtGivingUp = -1;
  private long heldFrames;
  private long heldBytes;
  private volatile boolean codecInPlace;
  private long droppedFrames;
  private long framesAbove;
  private long bytesAbove;
  private volatile WeakReference<Throwable> lastFailure = new WeakReference<>(null);

  ConnectionRecord(
      String id,
      Handshake handshake,
      StackLibrary library,
      FrameKeeping frames,
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

  @Override
  protected void pingSent(long nanos, long payload) {
    pings.pingSent(nanos, payload);
  }

  @Override
  protected void pongReceived(long nanos, long payload) {
    pings.pongReceived(nanos, payload);
  }

  @Override
  public boolean awaitsResponse() {
    return handshake.status() == 0 && !ended.get();
  }

  @Override
  public void responded(int status, Headers headers) {
    boolean interim = status < 200 && status != 101;
    if (interim || handshake.status() != 0 || ended.get()) {
      return;
    }
    Handshake answered = handshake.answered(status, headers);
    handshake = answered.trace().isPresent() ? answered : answered.tracedBy(currentTrace.get());
    if (status == 101) {
      openedNanos = CoarseClock.precise();
      return;
    }
    refused = true;
    facts.add(fact(FactKind.REFUSED).with(status, ""));
    ended();
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
  public synchronized void neverLeft(long frames, long bytes) {
    if (sentAtGivingUp < 0) {
      sentAtGivingUp = sent().frames();
    }
    if (frames > 0 || bytes > 0) {
      heldFrames += frames;
      heldBytes += bytes;
      closeNotSent();
    }
  }

  @Override
  public synchronized void neverHandedOver(long frames, long bytes) {
    framesAbove += frames;
    bytesAbove += bytes;
  }

  /** They count where what came before them did not leave, either, and nothing after them. */
  @Override
  public synchronized void dropped(long frames) {
    droppedFrames += frames;
  }

  synchronized Backlog backlog() {
    long late = sentAtGivingUp < 0 ? 0 : sent().frames() - sentAtGivingUp;
    long whole = heldFrames + heldBytes > 0 ? heldFrames + droppedFrames : 0;
    return Backlog.of(this, handshake.role(), late, whole, heldBytes)
        .withQueueAbove(framesAbove, bytesAbove);
  }

  @Override
  public void closeRequested(LocalClose kind, Throwable caller) {
    FactKind requested =
        kind == LocalClose.CLOSE_FRAME
            ? FactKind.CLOSE_REQUESTED
            : FactKind.TRANSPORT_CLOSE_REQUESTED;
    if (ended.get() || facts.has(requested)) {
      return;
    }
    Fact fact = fact(requested);
    facts.add(caller == null ? fact : fact.with(traceOf(caller)));
  }

  private CallTrace traceOf(Throwable caller) {
    return caller instanceof Caller
        ? CallTrace.of((Caller) caller, application, library.packages())
        : CallTrace.of(caller.getStackTrace());
  }

  @Override
  public void endOfStream() {
    Fact fact = fact(FactKind.END_OF_STREAM).with(SocketEvent.EOF, SocketOperation.READ);
    facts.addOnce(Delay.noted(fact));
  }

  @Override
  public void socketFailed(SocketOperation operation, Throwable failure) {
    if (isRepeated(failure)) {
      return;
    }
    ThrowableSnapshot snapshot = ThrowableSnapshot.of(failure);
    Fact fact = Delay.noted(fact(FactKind.SOCKET_FAILED).with(snapshot));
    facts.add(
        SocketEvents.classify(snapshot, library)
            .map(event -> fact.with(event, operation))
            .orElse(fact));
  }

  @Override
  public void failed(FailureOrigin origin, int status, Throwable failure) {
    if (isRepeated(failure)) {
      return;
    }
    ThrowableSnapshot snapshot = ThrowableSnapshot.of(failure);
    boolean ownFault = origin == FailureOrigin.PARSER && isOwnFault(failure);
    Fact fact =
        fact(kindOf(ownFault ? FailureOrigin.APPLICATION : origin))
            .with(ownFault ? 0 : status, "")
            .with(snapshot);
    if (origin != FailureOrigin.TLS) {
      facts.add(fact);
      return;
    }
    SocketOperation during =
        openedNanos == 0 ? SocketOperation.TLS_HANDSHAKE : SocketOperation.READ;
    facts.add(
        SocketEvents.classifyTls(snapshot, library)
            .map(event -> fact.with(event, during))
            .orElse(fact));
  }

  /**
   * Stacks report whatever their parser met in the words that they have for bad frames. No frame
   * can use up memory, threads or the places of a pool, or break a class.
   */
  private static boolean isOwnFault(Throwable failure) {
    Throwable link = failure;
    for (int i = 0; i < MAX_LINKS && link != null; i++) {
      if (link instanceof Error || link instanceof RejectedExecutionException) {
        return true;
      }
      link = ThrowableSnapshot.causeOf(link);
    }
    return false;
  }

  private FactKind kindOf(FailureOrigin origin) {
    switch (origin) {
      case PARSER:
        return FactKind.PARSER_FAILED;
      case LIMIT:
        return FactKind.LIMIT_EXCEEDED;
      case WRITE_TIMEOUT:
        return FactKind.WRITE_TIMED_OUT;
      case TLS:
        return FactKind.TLS_FAILED;
      case HANDSHAKE:
        return FactKind.HANDSHAKE_FAILED;
      default:
        return openedNanos == 0 ? FactKind.HANDSHAKE_FAILED : FactKind.APPLICATION_FAILED;
    }
  }

  /** One exception passes many hooks on its way, and gets wrapped: the first tells the most. */
  private boolean isRepeated(Throwable failure) {
    Throwable last = lastFailure.get();
    Throwable link = failure;
    for (int i = 0; i < MAX_LINKS && link != null; i++) {
      if (link == last) {
        return true;
      }
      link = ThrowableSnapshot.causeOf(link);
    }
    lastFailure = new WeakReference<>(failure);
    return failure == null;
  }

  @Override
  public void unparsable(byte[] head) {
    facts.add(fact(FactKind.UNPARSABLE).with(0, FrameHead.classify(head)));
  }

  @Override
  public void idleExpired(long limitMillis) {
    facts.add(fact(FactKind.IDLE_EXPIRED).with((int) Math.min(limitMillis, Integer.MAX_VALUE), ""));
  }

  @Override
  public void stopping(String what) {
    facts.addOnce(fact(FactKind.STOPPING).with(0, what));
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
    return Fact.of(kind, CoarseClock.precise(), nextSequence())
        .with(LatestTraffic.of(received(), sent(), pings));
  }

  public String id() {
    return id;
  }

  public StackLibrary library() {
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
    return refused;
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
