// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was seen of one connection, immutable: what the rules read. What the facts together mean is
 * {@code io.wsclose.cause}'s to say.
 *
 * <p>Times are on the scale of {@link System#nanoTime()}.
 */
public final class Evidence {
  /** A timer's close follows its expiry within one turn of a loop, or one hop to another thread. */
  private static final long REACTION_NANOS = 1_000_000_000L;

  private final String id;
  private final long sharedTransport;
  private final StackInstance library;
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

  public StackInstance library() {
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
