// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.siblings;

import io.wsclose.bootstrap.Role;
import io.wsclose.cause.path.BrokenSilence;
import io.wsclose.cause.path.Dismissal;
import io.wsclose.cause.socket.SocketEnd;
import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import io.wsclose.record.FactKind;
import io.wsclose.record.Handshake;
import java.net.InetSocketAddress;
import java.util.Optional;

/** What is remembered of one end to compare others with; immutable and small. */
public final class CloseSummary {
  /** What ended it, as far as other ends can be compared with it. */
  public enum Kind {
    /** An orderly end. */
    ORDERLY,
    /** Abnormal, and this JVM or a frame of the peer was first. */
    LOCAL,
    /** A Close frame that proxies send too when they close all their connections. */
    DISMISSED,
    /** FIN, without a Close frame before it. */
    EOF,
    /** RST, or a write to a socket that had ended before. */
    RESET,
    /** Timeout of the kernel, or unreachable. */
    DEAD
  }

  private static final long SECOND = 1_000_000_000L;
  private static final long SHORTEST_IDLE_NANOS = 2 * SECOND;
  private static final long SHORTEST_AGE_NANOS = 5 * SECOND;

  private final Kind kind;
  private final long nanos;
  private final long idleNanos;
  private final long ageNanos;
  private final Object hop;
  private final String client;
  private final String way;
  private final boolean proxied;
  private final boolean provoked;
  private final int looks;
  private final long heardNanos;
  private final long transport;

  private CloseSummary(Kind kind, Evidence evidence) {
    Handshake handshake = evidence.handshake();
    this.kind = kind;
    nanos = evidence.firstSignNanos();
    idleNanos = evidence.silenceNanos();
    ageNanos = evidence.ageNanos();
    hop = hopOf(handshake);
    client = clientOf(handshake);
    way = hop + " " + firstSegment(handshake.path());
    proxied = handshake.isThroughIntermediary();
    provoked = BrokenSilence.provoked(evidence);
    looks = looksOf(handshake);
    heardNanos = nanos - evidence.idleReceivedNanos();
    transport = evidence.sharedTransport();
  }

  /**
   * @param abnormal as the end looks by itself
   */
  public static CloseSummary of(Evidence evidence, boolean abnormal) {
    return new CloseSummary(kindOf(evidence, abnormal), evidence);
  }

  private static Kind kindOf(Evidence evidence, boolean abnormal) {
    if (Dismissal.of(evidence).isPresent()) {
      return Kind.DISMISSED;
    }
    Optional<SocketEnd> end = SocketEnd.of(evidence).filter(last -> isFirst(last, evidence));
    if (!abnormal || !end.isPresent()) {
      return abnormal ? Kind.LOCAL : Kind.ORDERLY;
    }
    if (end.get().isPathDead()) {
      return Kind.DEAD;
    }
    return end.get().isEof() ? Kind.EOF : Kind.RESET;
  }

  private static boolean isFirst(SocketEnd end, Evidence evidence) {
    Optional<Fact> sign = evidence.firstSign();
    return sign.isPresent()
        && sign.get() == end.fact()
        && (sign.get().is(FactKind.END_OF_STREAM) || sign.get().is(FactKind.SOCKET_FAILED));
  }

  /** The other end of the socket without its port; equal for all connections of one proxy. */
  static Object hopOf(Handshake handshake) {
    InetSocketAddress peer = handshake.peer().orElse(null);
    if (peer == null) {
      return "";
    }
    return peer.isUnresolved() ? peer.getHostString() : peer.getAddress();
  }

  /** The client's address as far as it is known: what a proxy says, or the peer's. */
  static String clientOf(Handshake handshake) {
    String forwarded = handshake.role() == Role.SERVER ? handshake.forwardedClient() : "";
    return forwarded.isEmpty() ? handshake.peerAddress() : forwarded;
  }

  /** Equal where path and user agent are the same; 0 where the client does not name its agent. */
  static int looksOf(Handshake handshake) {
    String agent = handshake.userAgent();
    return agent.isEmpty() ? 0 : 31 * handshake.path().hashCode() + agent.hashCode();
  }

  /** Proxies have limits by the beginning of the path; what follows may be different for each. */
  private static String firstSegment(String path) {
    int end = path.indexOf('/', 1);
    return end < 0 ? path : path.substring(0, end);
  }

  public Kind kind() {
    return kind;
  }

  /** The first sign of the end. */
  long nanos() {
    return nanos;
  }

  /** The shorter of both directions: a timeout on the path runs while nothing flows either way. */
  long idleNanos() {
    return idleNanos;
  }

  long ageNanos() {
    return ageNanos;
  }

  /** See {@link #hopOf}. */
  Object hop() {
    return hop;
  }

  /** See {@link #clientOf}. */
  String client() {
    return client;
  }

  /** Hop and the first part of the path: what has one idle limit. */
  String way() {
    return way;
  }

  /** See {@link #looksOf}. */
  int looks() {
    return looks;
  }

  /** When the peer's last frame came, or the opening. */
  long heardNanos() {
    return heardNanos;
  }

  /** The number of the transport that it shared with others; 0 if it had one to itself. */
  long transport() {
    return transport;
  }

  /** Whether the request's headers show an intermediary. */
  boolean isProxied() {
    return proxied;
  }

  /** Whether a timer somewhere may have ended it: no write of ours did, and no Close frame. */
  boolean mayBeTimed() {
    return !provoked && (kind == Kind.EOF || kind == Kind.RESET);
  }

  /** Ends soon after a frame are alike by themselves. */
  boolean isIdleLongEnough() {
    return idleNanos >= SHORTEST_IDLE_NANOS;
  }

  /** Attempts that fail at once are alike in age, too. */
  boolean isOldEnough() {
    return ageNanos >= SHORTEST_AGE_NANOS;
  }
}
