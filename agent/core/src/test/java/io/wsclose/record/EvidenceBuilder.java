// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import io.wsclose.bootstrap.FrameRings;
import io.wsclose.bootstrap.Headers;
import io.wsclose.bootstrap.Role;
import io.wsclose.bootstrap.SocketOperation;
import io.wsclose.bootstrap.TimedFrames;
import io.wsclose.bootstrap.Upgrade;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Evidence with synthetic times: seconds since the attempt began, in the order of the calls. */
public final class EvidenceBuilder {
  private static final long START = 1_000_000_000_000L;
  static final StackInstance LIBRARY =
      new StackInstance("netty", () -> "4.2", List.of("io.netty."), SampleProfile.ALONE, null);

  private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

  private final Role role;
  private final Map<String, String> request = new LinkedHashMap<>();
  private final Map<String, String> response = new LinkedHashMap<>();
  private final List<Fact> facts = new ArrayList<>();
  private final List<long[]> frames = new ArrayList<>();
  private final PingWatch pings = new PingWatch();
  private String protocol = "HTTP/1.1";
  private int status;
  private int capacity = 16;
  private int sequence;
  private long heldFrames;
  private long heldBytes;
  private double taken = -1;
  private double opened = -1;
  private double ended = -1;
  private double last;
  private long lastReceived = LatestTraffic.NONE;
  private long lastSent = LatestTraffic.NONE;

  private EvidenceBuilder(Role role) {
    this.role = role;
    header("Host", "chat.example");
    header("Upgrade", "websocket");
    header("Connection", "Upgrade");
    header("Sec-WebSocket-Key", KEY);
    header("Sec-WebSocket-Version", "13");
  }

  /** A well-formed upgrade request that was not answered. */
  public static EvidenceBuilder attempt() {
    return new EvidenceBuilder(Role.SERVER);
  }

  public static EvidenceBuilder clientAttempt() {
    return new EvidenceBuilder(Role.CLIENT);
  }

  /** A connection that was opened at 0 s. */
  public static EvidenceBuilder opened() {
    return new EvidenceBuilder(Role.SERVER).answered(0, 101);
  }

  public static EvidenceBuilder clientOpened() {
    return new EvidenceBuilder(Role.CLIENT).answered(0, 101);
  }

  public EvidenceBuilder header(String name, String value) {
    request.put(name, value);
    return this;
  }

  public EvidenceBuilder without(String name) {
    request.remove(name);
    return this;
  }

  public EvidenceBuilder over(String requestProtocol) {
    protocol = requestProtocol;
    return this;
  }

  public EvidenceBuilder answer(String name, String value) {
    response.put(name, value);
    return this;
  }

  public EvidenceBuilder answered(double at, int code) {
    status = code;
    if (code == 101) {
      opened = at;
      return this;
    }
    return add(fact(at, FactKind.REFUSED).with(code, ""));
  }

  public EvidenceBuilder frames(int kept) {
    capacity = kept;
    return this;
  }

  public EvidenceBuilder received(double at, int opcode) {
    return frame(at, true, opcode, 10);
  }

  /** A frame that was received, with so many bytes of payload. */
  public EvidenceBuilder received(double at, int opcode, long length) {
    return frame(at, true, opcode, length);
  }

  public EvidenceBuilder sent(double at, int opcode) {
    return frame(at, false, opcode, 10);
  }

  /** A frame that was sent, with so many bytes of payload. */
  public EvidenceBuilder sent(double at, int opcode, long length) {
    return frame(at, false, opcode, length);
  }

  /** The transport last took a part of what it was given, and still held this at its end. */
  public EvidenceBuilder neverLeft(double takenAt, long frameCount, long bytes) {
    taken = takenAt;
    heldFrames = frameCount;
    heldBytes = bytes;
    return this;
  }

  private EvidenceBuilder frame(double at, boolean inbound, int opcode, long length) {
    frames.add(new long[] {nanos(at), sequence++, inbound ? 1 : 0, opcode, length});
    last = Math.max(last, at);
    if (opcode != 0x8 && inbound) {
      lastReceived = nanos(at);
    } else if (opcode != 0x8) {
      lastSent = nanos(at);
    }
    return this;
  }

  public EvidenceBuilder pinged(double at) {
    pings.pingSent(nanos(at), 1);
    return sent(at, 0x9);
  }

  public EvidenceBuilder ponged(double at) {
    pings.pongReceived(nanos(at), 1);
    return received(at, 0xa);
  }

  public EvidenceBuilder add(double at, FactKind kind) {
    return add(fact(at, kind));
  }

  public EvidenceBuilder add(double at, FactKind kind, int code, String text) {
    return add(fact(at, kind).with(code, text));
  }

  public EvidenceBuilder add(double at, FactKind kind, int code, Throwable failure) {
    return add(fact(at, kind).with(code, "").with(ThrowableSnapshot.of(failure)));
  }

  /** With a caller whose frames are {@code package.Class.method}, innermost first. */
  public EvidenceBuilder called(double at, FactKind kind, String... frames) {
    return add(fact(at, kind).with(CallTrace.of(trace(frames))));
  }

  public static StackTraceElement[] trace(String... frames) {
    StackTraceElement[] trace = new StackTraceElement[frames.length];
    for (int i = 0; i < frames.length; i++) {
      int dot = frames[i].lastIndexOf('.');
      String type = frames[i].substring(0, dot);
      String file = type.substring(type.lastIndexOf('.') + 1) + ".java";
      trace[i] = new StackTraceElement(type, frames[i].substring(dot + 1), file, 10 + i);
    }
    return trace;
  }

  /** An exception that was thrown in these frames. */
  public static <T extends Throwable> T thrownIn(T failure, String... frames) {
    failure.setStackTrace(trace(frames));
    return failure;
  }

  public EvidenceBuilder eof(double at) {
    return add(fact(at, FactKind.END_OF_STREAM).with(SocketEvent.EOF, SocketOperation.READ));
  }

  public EvidenceBuilder failed(double at, SocketOperation during, Throwable failure) {
    ThrowableSnapshot snapshot = ThrowableSnapshot.of(failure);
    Fact fact = fact(at, FactKind.SOCKET_FAILED).with(snapshot);
    return add(
        SocketEvents.classify(snapshot, LIBRARY)
            .map(event -> fact.with(event, during))
            .orElse(fact));
  }

  public EvidenceBuilder reset(double at) {
    return failed(at, SocketOperation.READ, new java.net.SocketException("Connection reset"));
  }

  public EvidenceBuilder unreachable(double at) {
    return failed(at, SocketOperation.READ, new java.net.NoRouteToHostException());
  }

  public EvidenceBuilder tlsFailed(double at, Throwable failure) {
    ThrowableSnapshot snapshot = ThrowableSnapshot.of(failure);
    Fact fact = fact(at, FactKind.TLS_FAILED).with(snapshot);
    return add(
        SocketEvents.classifyTls(snapshot, LIBRARY)
            .map(event -> fact.with(event, SocketOperation.READ))
            .orElse(fact));
  }

  /** A Close frame of the peer, as a frame too. */
  public EvidenceBuilder closeReceived(double at, int code, String reason) {
    return received(at, 0x8).add(fact(at, FactKind.CLOSE_RECEIVED).with(code, reason));
  }

  public EvidenceBuilder closeSent(double at, int code, String reason) {
    return sent(at, 0x8).add(fact(at, FactKind.CLOSE_SENT).with(code, reason));
  }

  private EvidenceBuilder add(Fact fact) {
    facts.add(fact);
    return this;
  }

  private Fact fact(double at, FactKind kind) {
    last = Math.max(last, at);
    return Fact.of(kind, nanos(at), 0)
        .at(
            sequence++,
            new LatestTraffic(lastReceived, lastSent, pings.unanswered(), pings.lastPing()));
  }

  /** An end of the stream that a thread noticed late, because it was busy in these frames. */
  public EvidenceBuilder lateEof(double since, double at, String... frames) {
    Fact fact = fact(at, FactKind.END_OF_STREAM).with(SocketEvent.EOF, SocketOperation.READ);
    return add(fact.with(new Delay(pause(since, at, ""), "loop-1", CallTrace.of(trace(frames)))));
  }

  /** A pause of this JVM, on the same scale; it began at 10:15:03 UTC. */
  public static Pause pause(double from, double to, String reason) {
    return new Pause(nanos(from), nanos(to), 36_903_000L, reason);
  }

  private static long nanos(double at) {
    return START + Math.round(at * 1e9);
  }

  public EvidenceBuilder ended(double at) {
    ended = at;
    return this;
  }

  public Evidence build() {
    Upgrade upgrade =
        new Upgrade("netty", Object.class, role, "/chat", false, Headers.of(request.entrySet()))
            .over(protocol);
    Handshake handshake = Handshake.requested(upgrade);
    if (status == 101) {
      handshake = handshake.accepted(status, Headers.of(response.entrySet()));
    } else if (status != 0) {
      handshake = handshake.refused(status);
    }
    ConnectionRecord record =
        new ConnectionRecord(
            "test-1",
            handshake,
            LIBRARY,
            FrameRetention.of(capacity, 0),
            new ApplicationCode(List.of()),
            TraceContext::none,
            ended -> {});
    for (long[] frame : frames) {
      FrameRings.add(
          frame[2] == 1 ? record.received() : record.sent(),
          frame[0],
          (int) frame[1],
          (int) frame[3],
          frame[4]);
    }
    if (taken >= 0) {
      TimedFrames.taken(record, nanos(taken));
      record.neverLeft(heldFrames, heldBytes);
    }
    FactLog log = new FactLog();
    facts.forEach(log::add);
    Times times =
        new Times(
            nanos(0), opened < 0 ? 0 : nanos(opened), nanos(ended < 0 ? last + 0.001 : ended));
    return Evidence.of(record, handshake, times, log, pings);
  }
}
