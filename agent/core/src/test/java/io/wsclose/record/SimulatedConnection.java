// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import io.wsclose.bootstrap.FrameRings;
import io.wsclose.bootstrap.Headers;
import io.wsclose.bootstrap.Role;
import io.wsclose.bootstrap.SocketOperation;
import io.wsclose.bootstrap.Upgrade;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A record of a connection that was never there, with times of the test's own: seconds on one scale
 * for all of them.
 */
public final class SimulatedConnection {
  private static final StackInstance LIBRARY =
      new StackInstance("netty", "4.2", List.of("io.netty."), null);
  private static final ThrowableSnapshot RESET =
      ThrowableSnapshot.of(new SocketException("Connection reset"));
  private static final ThrowableSnapshot TIMEOUT =
      ThrowableSnapshot.of(new IOException("Connection timed out"));
  private static final RecordListener SILENT = record -> {};

  private final double opened;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final FactLog facts = new FactLog();
  private String peer = "10.0.0.7";
  private String path = "/chat";
  private ConnectionRecord record;
  private double ended;
  private int sequence;

  private SimulatedConnection(double opened) {
    this.opened = opened;
    header("Host", "chat.example");
    header("Upgrade", "websocket");
    header("Connection", "Upgrade");
    header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
    header("Sec-WebSocket-Version", "13");
  }

  public static SimulatedConnection openedAt(double seconds) {
    return new SimulatedConnection(seconds);
  }

  /** The address of the socket's other end. */
  public SimulatedConnection from(String address) {
    peer = address;
    return this;
  }

  public SimulatedConnection header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public SimulatedConnection path(String requested) {
    path = requested;
    return this;
  }

  public SimulatedConnection received(double at) {
    FrameRings.add(record().received(), nanos(at), sequence++, 1, 10);
    return this;
  }

  public SimulatedConnection sent(double at) {
    FrameRings.add(record().sent(), nanos(at), sequence++, 1, 10);
    return this;
  }

  public SimulatedConnection eof(double at) {
    return end(at, fact(at, FactKind.END_OF_STREAM).with(SocketEvent.EOF, SocketOperation.READ));
  }

  public SimulatedConnection reset(double at) {
    return end(
        at,
        fact(at, FactKind.SOCKET_FAILED).with(RESET).with(SocketEvent.RESET, SocketOperation.READ));
  }

  public SimulatedConnection timedOut(double at) {
    return end(
        at,
        fact(at, FactKind.SOCKET_FAILED)
            .with(TIMEOUT)
            .with(SocketEvent.TIMED_OUT, SocketOperation.READ));
  }

  public SimulatedConnection closed(double at, int code) {
    return end(at, fact(at, FactKind.CLOSE_RECEIVED).with(code, ""));
  }

  private SimulatedConnection end(double at, Fact fact) {
    record();
    facts.add(fact);
    ended = at;
    return this;
  }

  private Fact fact(double at, FactKind kind) {
    record();
    return Fact.of(kind, nanos(at), sequence++);
  }

  public double openedSeconds() {
    return opened;
  }

  public double endedSeconds() {
    return ended;
  }

  public static long nanos(double at) {
    return 1_000_000_000_000L + Math.round(at * 1e9);
  }

  /** On a transport that it shares with all others of this number. */
  public SimulatedConnection on(long transport) {
    record().movedTo(new SharedTransport(transport, new AtomicInteger()));
    return this;
  }

  /** As what it was: it ended, though it may count as open until {@link #endNow}. */
  public ConnectionRecord record() {
    if (record == null) {
      Upgrade upgrade =
          new Upgrade(
                  "netty", Object.class, Role.SERVER, path, false, Headers.of(headers.entrySet()))
              .between(null, new InetSocketAddress(peer, 40_000));
      Handshake handshake = Handshake.requested(upgrade).accepted(101, Headers.none());
      record =
          new ConnectionRecord(
              "sim",
              handshake,
              LIBRARY,
              FrameRetention.of(16, 0),
              new ApplicationCode(List.of()),
              TraceContext::none,
              SILENT);
      set("startedNanos", nanos(opened));
      set("openedNanos", nanos(opened));
      set("facts", facts);
      record.codecInPlace();
    }
    return record;
  }

  public SimulatedConnection endNow() {
    set("endedNanos", nanos(ended) + 1_000_000);
    try {
      ((AtomicBoolean) field("ended").get(record)).set(true);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
    return this;
  }

  private void set(String name, Object value) {
    try {
      field(name).set(record, value);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Field field(String name) throws ReflectiveOperationException {
    Field field = ConnectionRecord.class.getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }
}
