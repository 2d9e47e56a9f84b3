// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import io.wsclose.bootstrap.FrameRing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Counts and last frames of both directions, copied. */
public final class Traffic {
  private final long framesReceived;
  private final long framesSent;
  private final long bytesReceived;
  private final long bytesSent;
  private final List<FrameSnapshot> frames;
  private final List<FrameSnapshot> handedOver;
  private final Backlog backlog;

  private Traffic(
      long framesReceived,
      long framesSent,
      long bytesReceived,
      long bytesSent,
      List<FrameSnapshot> handedOver,
      Backlog backlog) {
    this.framesReceived = framesReceived;
    this.framesSent = framesSent;
    this.bytesReceived = bytesReceived;
    this.bytesSent = bytesSent;
    this.handedOver = Collections.unmodifiableList(handedOver);
    this.frames =
        Collections.unmodifiableList(
            handedOver.stream().filter(FrameSnapshot::hasLeft).collect(Collectors.toList()));
    this.backlog = backlog;
  }

  /** Frames that never left do not count as sent. */
  static Traffic of(FrameRing received, FrameRing sent, Backlog backlog) {
    return new Traffic(
        received.frames(),
        sent.frames() - backlog.frames(),
        received.bytes(),
        sent.bytes() - backlog.payload(),
        merged(read(true, received, 0), read(false, sent, backlog.frames())),
        backlog);
  }

  /**
   * Without the last Close frame of ours. It was counted when it was handed over, unless it is part
   * of the backlog.
   */
  Traffic withoutUnsentClose() {
    for (int i = handedOver.size() - 1; i >= 0; i--) {
      FrameSnapshot frame = handedOver.get(i);
      if (!frame.received() && frame.isClose()) {
        List<FrameSnapshot> rest = new ArrayList<>(handedOver);
        rest.remove(i);
        int counted = frame.hasLeft() ? 1 : 0;
        return new Traffic(
            framesReceived,
            framesSent - counted,
            bytesReceived,
            bytesSent - counted * frame.length(),
            rest,
            backlog);
      }
    }
    return this;
  }

  /** Oldest first, as one thread wrote them. */
  private static Deque<FrameSnapshot> read(boolean inbound, FrameRing ring, long unsent) {
    Deque<FrameSnapshot> frames = new ArrayDeque<>();
    for (int age = ring.kept() - 1; age >= 0; age--) {
      if (ring.isKept(age)) {
        frames.add(FrameSnapshot.of(inbound, ring, age, unsent));
      }
    }
    return frames;
  }

  private static List<FrameSnapshot> merged(
      Deque<FrameSnapshot> some, Deque<FrameSnapshot> others) {
    List<FrameSnapshot> frames = new ArrayList<>(some.size() + others.size());
    while (!some.isEmpty() && !others.isEmpty()) {
      frames.add(others.peek().isBefore(some.peek()) ? others.poll() : some.poll());
    }
    frames.addAll(some);
    frames.addAll(others);
    return frames;
  }

  /**
   * The last frames of both directions in order, at most {@code count}, those that never left
   * included.
   */
  public List<FrameSnapshot> lastFrames(int count) {
    return handedOver.subList(Math.max(0, handedOver.size() - count), handedOver.size());
  }

  /** Frames that were handed over and never left this JVM. */
  public Backlog backlog() {
    return backlog;
  }

  public long framesReceived() {
    return framesReceived;
  }

  public long framesSent() {
    return framesSent;
  }

  public long bytesReceived() {
    return bytesReceived;
  }

  public long bytesSent() {
    return bytesSent;
  }

  /** The last inbound frame before {@code fact} that is kept, Close frames aside. */
  public Optional<FrameSnapshot> lastReceivedBefore(Fact fact) {
    return lastBefore(fact, true);
  }

  Optional<FrameSnapshot> lastSentBefore(Fact fact) {
    return lastBefore(fact, false);
  }

  private Optional<FrameSnapshot> lastBefore(Fact fact, boolean received) {
    return frames.stream()
        .filter(frame -> frame.received() == received && !frame.isClose())
        .filter(frame -> !frame.isAfter(fact))
        .reduce((earlier, later) -> later);
  }

  boolean receivedBetween(Fact from, Fact to) {
    long latest = to.traffic().received();
    return latest != LatestTraffic.NONE && latest - from.nanos() > 0
        || frames.stream()
            .anyMatch(frame -> frame.received() && frame.isAfter(from) && !frame.isAfter(to));
  }

  /** All frames on the wire that are kept, in order. */
  public List<FrameSnapshot> frames() {
    return frames;
  }

  /** Whether any data frame was received among the frames kept. */
  public boolean receivedData() {
    return frames.stream().anyMatch(frame -> frame.received() && frame.isData());
  }
}
