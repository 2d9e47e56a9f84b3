package io.wsclose.record;

import io.wsclose.bootstrap.FrameRing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Counts and last frames of both directions, copied. */
public final class Traffic {
  private final long framesReceived;
  private final long framesSent;
  private final long bytesReceived;
  private final long bytesSent;
  private final List<FrameSnapshot> frames;

  private Traffic(
      long framesReceived,
      long framesSent,
      long bytesReceived,
      long bytesSent,
      List<FrameSnapshot> frames) {
    this.framesReceived = framesReceived;
    this.framesSent = framesSent;
    this.bytesReceived = bytesReceived;
    this.bytesSent = bytesSent;
    this.frames = Collections.unmodifiableList(frames);
  }

  static Traffic of(FrameRing received, FrameRing sent) {
    return new Traffic(
        received.frames(),
        sent.frames(),
        received.bytes(),
        sent.bytes(),
        merged(read(true, received), read(false, sent)));
  }

  /** Without the last Close frame of ours, which was counted when it was handed over. */
  Traffic withoutUnsentClose() {
    for (int i = frames.size() - 1; i >= 0; i--) {
      FrameSnapshot frame = frames.get(i);
      if (!frame.received() && frame.isClose()) {
        List<FrameSnapshot> rest = new ArrayList<>(frames);
        rest.remove(i);
        return new Traffic(
            framesReceived, framesSent - 1, bytesReceived, bytesSent - frame.length(), rest);
      }
    }
    return this;
  }

  /** Oldest first, as one thread wrote them. */
  private static Deque<FrameSnapshot> read(boolean inbound, FrameRing ring) {
    Deque<FrameSnapshot> frames = new ArrayDeque<>();
    for (int age = ring.kept() - 1; age >= 0; age--) {
      frames.add(FrameSnapshot.of(inbound, ring, age));
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

  /** The last frames of both directions in order, at most {@code count}. */
  public List<FrameSnapshot> lastFrames(int count) {
    return frames.subList(Math.max(0, frames.size() - count), frames.size());
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

  /** All frames that are kept, in order. */
  public List<FrameSnapshot> frames() {
    return frames;
  }

  /** Whether any data frame was received among the frames kept. */
  public boolean receivedData() {
    return frames.stream().anyMatch(frame -> frame.received() && frame.isData());
  }
}
