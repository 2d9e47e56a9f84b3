package io.wsclose.record;

import io.wsclose.bootstrap.SocketOperation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * All that is known of one connection, immutable: what the rules read.
 *
 * <p>Times are on the scale of {@link System#nanoTime()}.
 */
public final class Evidence {
  /** A timer's close follows its expiry within one turn of a loop, or one hop to another thread. */
  private static final long REACTION_NANOS = 1_000_000_000L;

  /** A frame is refused on the thread that read it, as soon as its payload is there. */
  private static final long REFUSAL_NANOS = 50_000_000L;

  private static final Set<SocketEvent> SHADOWING =
      Collections.unmodifiableSet(
          EnumSet.of(SocketEvent.RESET, SocketEvent.TIMED_OUT, SocketEvent.UNREACHABLE));

  private final String id;
  private final long sharedTransport;
  private final StackLibrary library;
  private final Handshake handshake;
  private final Times times;
  private final List<Fact> facts;
  private final Traffic traffic;
  private final int unansweredPings;
  private final long lastPingNanos;
  private final long roundTripNanos;

  /** Nearly every rule asks for it. */
  private final Fact beginning;

  private Evidence(
      ConnectionRecord record, Handshake handshake, Times times, FactLog log, PingWatch pings) {
    this.id = record.id();
    this.sharedTransport = record.sharedTransport();
    this.library = record.library();
    this.handshake = handshake;
    this.times = times;
    this.facts = Collections.unmodifiableList(log.inOrder());
    Traffic handedOver = Traffic.of(record.received(), record.sent(), record.backlog());
    this.traffic = has(FactKind.CLOSE_NOT_SENT) ? handedOver.withoutUnsentClose() : handedOver;
    this.beginning = findBeginning();
    LatestTraffic then = beginning.traffic();
    boolean noted = then != LatestTraffic.UNKNOWN;
    this.unansweredPings = noted ? then.unansweredPings() : pings.unanswered();
    this.lastPingNanos = noted ? then.lastPing() : pings.lastPing();
    this.roundTripNanos = pings.roundTripNanos();
  }

  static Evidence of(
      ConnectionRecord record, Handshake handshake, Times times, FactLog log, PingWatch pings) {
    return new Evidence(record, handshake, times, log, pings);
  }

  public String id() {
    return id;
  }

  /** See {@link ConnectionRecord#sharedTransport}. */
  public long sharedTransport() {
    return sharedTransport;
  }

  public StackLibrary library() {
    return library;
  }

  public Handshake handshake() {
    return handshake;
  }

  public Traffic traffic() {
    return traffic;
  }

  /** In time order. */
  public List<Fact> facts() {
    return facts;
  }

  public Optional<Fact> first(FactKind kind) {
    return facts.stream().filter(fact -> fact.is(kind)).findFirst();
  }

  public boolean has(FactKind kind) {
    return first(kind).isPresent();
  }

  /** The latest fact of {@code kind} that is not later than {@code end}. */
  public Optional<Fact> lastBefore(Fact end, FactKind kind) {
    return facts.stream()
        .filter(fact -> fact.is(kind) && !end.isBefore(fact))
        .reduce((earlier, later) -> later);
  }

  /**
   * The latest fact of {@code kind} to which {@code end} is a reaction: at most a second before,
   * and without an inbound frame between.
   */
  public Optional<Fact> provoking(Fact end, FactKind kind) {
    return lastBefore(end, kind)
        .filter(fact -> end.nanos() - fact.nanos() <= REACTION_NANOS)
        .filter(fact -> !traffic.receivedBetween(fact, end));
  }

  /** The first sign of the end; the end itself where nothing was seen before it. */
  public long firstSignNanos() {
    return beginning.nanos();
  }

  /** A timer is a sign of the end only where this JVM closed for it: most of them send a ping. */
  private Fact findBeginning() {
    Fact sign = firstSign().orElseGet(this::end);
    return sign.kind().isLocalClose() ? provoking(sign, FactKind.IDLE_EXPIRED).orElse(sign) : sign;
  }

  public Optional<Fact> firstSign() {
    return facts.stream().filter(fact -> fact.kind().isSignOfTheEnd()).findFirst();
  }

  public boolean isOpened() {
    return times.opened != 0;
  }

  /** The end itself, later than all other facts: for what rests on no single one of them. */
  public Fact end() {
    return Fact.of(FactKind.ENDED, times.ended, Integer.MAX_VALUE);
  }

  /** When the attempt began. */
  public long startedNanos() {
    return times.started;
  }

  /** When the handshake completed; 0 if it never did. */
  public long openedNanos() {
    return times.opened;
  }

  public long endedNanos() {
    return times.ended;
  }

  /** Opening to first sign of the end; for a failed handshake its start to its end. */
  public long ageNanos() {
    return isOpened()
        ? Math.max(0, firstSignNanos() - times.opened)
        : Math.max(0, times.ended - times.started);
  }

  /** Whether any frame was received before the first sign of the end, Close frames aside. */
  public boolean hadReceived() {
    return beginning.traffic().received() != LatestTraffic.NONE
        || traffic.lastReceivedBefore(beginning).isPresent();
  }

  /** The same for frames sent. */
  public boolean hadSent() {
    return beginning.traffic().sent() != LatestTraffic.NONE
        || traffic.lastSentBefore(beginning).isPresent();
  }

  /** From the last inbound frame before the first sign of the end, or the opening, to that sign. */
  public long idleReceivedNanos() {
    return idleNanos(traffic.lastReceivedBefore(beginning), beginning.traffic().received());
  }

  /**
   * The same for outbound frames that left this JVM. Where some did not, the last one that did left
   * with the last byte that the transport took.
   */
  public long idleSentNanos() {
    Backlog backlog = traffic.backlog();
    if (backlog.queuedFrames() > 0 && backlog.takenNanos() != 0) {
      return Math.max(0, firstSignNanos() - backlog.takenNanos());
    }
    return idleNanos(traffic.lastSentBefore(beginning), beginning.traffic().sent());
  }

  /**
   * For how long before the first sign of the end the transport took nothing of what waited; empty
   * where nothing waited, or it is not known.
   */
  public OptionalLong stalledNanos() {
    Backlog backlog = traffic.backlog();
    long stalled = firstSignNanos() - backlog.takenNanos();
    return backlog.queuedFrames() > 0 && backlog.takenNanos() != 0 && stalled > 0
        ? OptionalLong.of(stalled)
        : OptionalLong.empty();
  }

  /** How long neither side had spoken before the first sign of the end. */
  public long silenceNanos() {
    return Math.min(idleReceivedNanos(), idleSentNanos());
  }

  /**
   * @param last as the frames say that are kept, which may all be later than the first sign
   * @param marked as it was noted with the first sign
   */
  private long idleNanos(Optional<FrameSnapshot> last, long marked) {
    long opened = isOpened() ? times.opened : times.started;
    long since = last.map(FrameSnapshot::nanos).orElse(opened);
    if (marked != LatestTraffic.NONE && marked - since > 0) {
      since = marked;
    }
    return Math.max(0, firstSignNanos() - since);
  }

  /** The frames that are kept and came before the first sign of the end, in order. */
  public List<FrameSnapshot> framesBefore() {
    return traffic.frames().stream()
        .filter(frame -> !frame.isAfter(beginning))
        .collect(Collectors.toList());
  }

  /** The first thing that the socket said, local closes aside. */
  public Optional<Fact> firstSocketEvent() {
    Optional<Fact> first = firstSocketEvent(event -> event != SocketEvent.CLOSED_LOCALLY);
    if (!first.isPresent()) {
      return firstSocketEvent(event -> true);
    }
    Optional<Fact> failure = first.flatMap(this::failureBehind);
    return failure.isPresent() ? failure : first;
  }

  private Optional<Fact> firstSocketEvent(Predicate<SocketEvent> which) {
    return facts.stream().filter(fact -> fact.socketEvent().filter(which).isPresent()).findFirst();
  }

  /**
   * The failure of which {@code shadow} is what was left to say. The kernel gives a reset, or a
   * timeout of its retransmissions, to the first call that asks; a read after it gets an end of
   * stream, a write a broken pipe, and where these run on other threads they may be on record
   * first. A FIN looks different: once it was received, Linux answers a write that draws an RST
   * with a broken pipe, never with a reset (tcp_reset in state CLOSE_WAIT), and no retransmission
   * was about to time out. Windows answers it with a reset, so there the end of stream stays.
   */
  public Optional<Fact> failureBehind(Fact shadow) {
    SocketEvent event = shadow.socketEvent().orElse(SocketEvent.RESET);
    if (event != SocketEvent.BROKEN_PIPE && event != SocketEvent.EOF) {
      return Optional.empty();
    }
    return facts.stream()
        .filter(fact -> fact.socketEvent().filter(SHADOWING::contains).isPresent())
        .filter(fact -> fact.nanos() - shadow.nanos() <= REACTION_NANOS)
        .filter(
            fact ->
                event == SocketEvent.BROKEN_PIPE
                    || fact.operation().filter(SocketOperation.WRITE::equals).isPresent()
                        && !fact.failure().filter(SocketEvents::isWindowsReset).isPresent())
        .findFirst();
  }

  /** Failures in time order, each once. */
  public List<ThrowableSnapshot> failures() {
    List<ThrowableSnapshot> failures = new ArrayList<>();
    facts.forEach(fact -> fact.failure().ifPresent(failures::add));
    return failures;
  }

  /** The first Close frame that left this JVM. */
  public Optional<Fact> closeSent() {
    return closesSent().stream().findFirst();
  }

  /** The Close frames that left this JVM; a stack may write a second, contrary to the RFC. */
  public List<Fact> closesSent() {
    List<Fact> closes =
        facts.stream().filter(fact -> fact.is(FactKind.CLOSE_SENT)).collect(Collectors.toList());
    boolean lastFailed = !closes.isEmpty() && has(FactKind.CLOSE_NOT_SENT);
    return lastFailed ? closes.subList(0, closes.size() - 1) : closes;
  }

  public Optional<Fact> closeReceived() {
    return first(FactKind.CLOSE_RECEIVED);
  }

  /** Whether what the parser refused was a Close frame without the mask that a server requires. */
  public boolean refusedUnmaskedClose() {
    return first(FactKind.UNPARSABLE)
        .filter(fact -> fact.text().startsWith(FrameHead.UNMASKED_CLOSE))
        .isPresent();
  }

  /**
   * The frame that the parser or a validator refused, where it was read whole before: the last one
   * that passed, if it came in.
   */
  public Optional<FrameSnapshot> refusedFrame() {
    if (has(FactKind.UNPARSABLE)) {
      return Optional.empty();
    }
    return first(FactKind.PARSER_FAILED)
        .flatMap(
            refusal ->
                traffic.frames().stream()
                    .filter(frame -> !frame.isAfter(refusal))
                    .reduce((earlier, later) -> later)
                    .filter(frame -> frame.received())
                    .filter(frame -> refusal.nanos() - frame.nanos() <= REFUSAL_NANOS));
  }

  /** At the first sign: a pong that comes after a timer gave up does not undo that. */
  public int unansweredPings() {
    return unansweredPings;
  }

  /** When the last ping before the first sign was sent; 0 if none was. */
  public long lastPingNanos() {
    return lastPingNanos;
  }

  /** -1 if no ping was answered. */
  public long roundTripNanos() {
    return roundTripNanos;
  }
}
