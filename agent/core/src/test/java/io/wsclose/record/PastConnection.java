// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import io.wsclose.bootstrap.Headers;
import io.wsclose.bootstrap.Role;
import io.wsclose.bootstrap.TimedFrames;
import io.wsclose.bootstrap.Upgrade;
import java.net.InetSocketAddress;
import java.util.List;

/** A connection whose times a test chooses, in milliseconds since it was started. */
public final class PastConnection {
  /** Some reading of nanoTime; they may be negative. */
  public static final long START_NANOS = -5_000_000_000L;

  private static final StackInstance LIBRARY =
      new StackInstance(
          "netty", "4.2.20.Final", List.of("io.netty."), PastConnection.class.getClassLoader());

  private final FactLog facts = new FactLog();
  private final PingWatch pings = new PingWatch();
  private final ConnectionRecord record;
  private Handshake handshake;
  private long openedNanos;
  private long endedNanos = START_NANOS;
  private int sequence = 1_000;

  private PastConnection(Upgrade upgrade) {
    handshake = Handshake.requested(upgrade);
    record =
        new ConnectionRecord(
            "7f3a-12",
            handshake,
            LIBRARY,
            FrameRetention.of(64, 0),
            new ApplicationCode(List.of()),
            TraceContext::none,
            record -> {});
  }

  /**
   * @param headers names and values in turn
   */
  public static PastConnection server(String... headers) {
    Headers.Collector collector = new Headers.Collector();
    for (int i = 0; i < headers.length; i += 2) {
      collector.add(headers[i], headers[i + 1]);
    }
    return new PastConnection(
        new Upgrade(
                "netty",
                PastConnection.class,
                Role.SERVER,
                "/chat?token=secret",
                false,
                collector.headers())
            .between(
                new InetSocketAddress("10.0.0.1", 8080), new InetSocketAddress("10.0.3.7", 41822)));
  }

  public static long nanos(long millis) {
    return START_NANOS + millis * 1_000_000L;
  }

  public PastConnection opened(long millis, String... headers) {
    Headers.Collector collector = new Headers.Collector();
    for (int i = 0; i < headers.length; i += 2) {
      collector.add(headers[i], headers[i + 1]);
    }
    handshake = handshake.accepted(101, collector.headers());
    openedNanos = nanos(millis);
    return this;
  }

  public PastConnection refused(int status, long millis) {
    handshake = handshake.refused(status);
    return fact(at(FactKind.REFUSED, millis).with(status, "")).ended(millis);
  }

  public PastConnection received(long millis, int opcode, long length) {
    TimedFrames.add(record, true, nanos(millis), opcode, true, 0, length);
    return this;
  }

  public PastConnection sent(long millis, int opcode, boolean fin, int rsv, long length) {
    TimedFrames.add(record, false, nanos(millis), opcode, fin, rsv, length);
    return this;
  }

  /** So many of the last frames sent were still queued when the transport was given up. */
  public PastConnection neverLeft(long frames) {
    record.neverLeft(frames, 0);
    return this;
  }

  public PastConnection ping(long millis, long answeredMillis) {
    pings.pingSent(nanos(millis), 1);
    pings.pongReceived(nanos(answeredMillis), 1);
    return this;
  }

  public Fact at(FactKind kind, long millis) {
    return Fact.of(kind, nanos(millis), sequence++);
  }

  public PastConnection fact(Fact fact) {
    facts.add(fact);
    return this;
  }

  public PastConnection ended(long millis) {
    endedNanos = nanos(millis);
    return this;
  }

  public Evidence evidence() {
    return Evidence.of(
        record, handshake, new Times(START_NANOS, openedNanos, endedNanos), facts, pings);
  }
}
