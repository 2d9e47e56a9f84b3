// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

import java.util.concurrent.atomic.AtomicLongFieldUpdater;

/**
 * The last frames of one direction, and how many there were: a few plain stores a frame, no
 * allocation, no lock.
 *
 * <p>One thread at a time calls {@link #add}, for a stack serializes the data frames of a
 * direction. Control frames of ours can be sent beside them by any thread, and some stacks hand
 * over data frames after they have released their lock: {@link #addShared} counts these apart, and
 * exactly. Where both run in the same moment, one of the two frames may not be kept. Readers come
 * after the end of the connection, or accept a frame that is being replaced.
 */
public final class FrameRing {
  /** Frames whose payload is longer are shown with this length; the byte count stays exact. */
  private static final long LENGTH_LIMIT = 0xffff_ffffL;

  private static final byte[] NO_BYTES = {};

  private static final byte[][] NOT_PREVIEWED = {};

  private static final long[] RELEASED = {};

  /**
   * Time and packed frame in turn: with many connections a frame costs one cache line here. Whoever
   * uses this or {@link #previews} reads the field once: {@link #release} may run meanwhile.
   */
  private long[] slots;

  private byte[][] previews;

  /** Kept beside the counters, as the length of an array is another cache line. */
  private final int capacity;

  private static final AtomicLongFieldUpdater<FrameRing> SHARED_FRAMES =
      AtomicLongFieldUpdater.newUpdater(FrameRing.class, "sharedFrames");
  private static final AtomicLongFieldUpdater<FrameRing> SHARED_BYTES =
      AtomicLongFieldUpdater.newUpdater(FrameRing.class, "sharedBytes");

  private long frames;
  private long bytes;
  private volatile long sharedFrames;
  private volatile long sharedBytes;

  /**
   * @param capacity how many frames to keep, a power of two or 0 for counts only
   * @param previewed whether the start of payloads is kept too
   */
  FrameRing(int capacity, boolean previewed) {
    this.capacity = capacity;
    slots = new long[2 * capacity];
    previews = previewed ? new byte[capacity][] : NOT_PREVIEWED;
  }

  void add(long nanos, int sequence, int opcode, boolean fin, int rsv, long length) {
    bytes += length;
    keep(frames + sharedFrames, nanos, pack(sequence, opcode, fin, rsv, length));
    // last: who reads meanwhile on another thread sees the frame before, not an old slot
    frames++;
  }

  /** The same from any thread. */
  void addShared(long nanos, int sequence, int opcode, boolean fin, int rsv, long length) {
    SHARED_BYTES.addAndGet(this, length);
    long index = frames + SHARED_FRAMES.getAndIncrement(this);
    keep(index, nanos, pack(sequence, opcode, fin, rsv, length));
  }

  private void keep(long index, long nanos, long packed) {
    if (capacity != 0) {
      int slot = (int) index & (capacity - 1);
      long[] kept = slots;
      if (2 * slot + 1 < kept.length) {
        kept[2 * slot] = nanos;
        kept[2 * slot + 1] = packed;
      }
      if (previews != NOT_PREVIEWED) {
        setPreview(slot, null);
      }
    }
  }

  /**
   * The start of the last frame's payload. Never of a control frame: another thread's may have come
   * between a data frame and this call.
   */
  void preview(byte[] payload) {
    if (previews != NOT_PREVIEWED && opcode(0) < 0x8) {
      setPreview(slot(0), payload);
    }
  }

  private void setPreview(int slot, byte[] payload) {
    byte[][] kept = previews;
    if (slot < kept.length) {
      kept[slot] = payload;
    }
  }

  /** Lets go of the frames, for good; counting goes on. */
  void release() {
    slots = RELEASED;
    previews = NOT_PREVIEWED;
  }

  /** Bytes on the heap, roughly. */
  int weight() {
    int weight = 8 * slots.length;
    for (byte[] preview : previews) {
      weight += preview == null ? 0 : preview.length + 16;
    }
    return weight;
  }

  /** 24 bits sequence, 32 bits length, 4 bits opcode, 3 bits RSV, 1 bit FIN. */
  private static long pack(int sequence, int opcode, boolean fin, int rsv, long length) {
    return (long) (sequence & 0xff_ffff) << 40
        | Math.min(length, LENGTH_LIMIT) << 8
        | (opcode & 0xf) << 4
        | (rsv & 0x7) << 1
        | (fin ? 1 : 0);
  }

  /** How many frames of this direction there were in the whole life of the connection. */
  public long frames() {
    return frames + sharedFrames;
  }

  /** Payload bytes as on the wire, in the whole life of the connection. */
  public long bytes() {
    return bytes + sharedBytes;
  }

  /** How many frames can still be read, at most the capacity. */
  public int kept() {
    return (int) Math.min(frames(), slots.length / 2);
  }

  /** False for a place that two frames of the same moment left empty. */
  public boolean isKept(int age) {
    return read(age, 0) != 0 || read(age, 1) != 0;
  }

  /**
   * @param age 0 for the last frame, {@code kept() - 1} for the oldest that is kept
   */
  public long nanos(int age) {
    return read(age, 0);
  }

  /** When the last frame passed, Close frames aside; {@code otherwise} if none is kept. */
  public long lastNanos(long otherwise) {
    for (int age = 0; age < kept(); age++) {
      if (opcode(age) != 0x8 && isKept(age)) {
        return nanos(age);
      }
    }
    return otherwise;
  }

  public int sequence(int age) {
    return (int) (packed(age) >>> 40);
  }

  public long length(int age) {
    return packed(age) >>> 8 & LENGTH_LIMIT;
  }

  public int opcode(int age) {
    return (int) (packed(age) >>> 4) & 0xf;
  }

  /** RSV1 is bit 4, RSV2 bit 2, RSV3 bit 1, as in RFC 6455 section 5.2. */
  public int rsv(int age) {
    return (int) (packed(age) >>> 1) & 0x7;
  }

  public boolean fin(int age) {
    return (packed(age) & 1) != 0;
  }

  /** The start of the payload, empty unless the operator asked for it. */
  public byte[] preview(int age) {
    byte[][] kept = previews;
    int slot = slot(age);
    byte[] preview = slot < kept.length ? kept[slot] : null;
    return preview == null ? NO_BYTES : preview;
  }

  private long packed(int age) {
    return read(age, 1);
  }

  /** Zero if it was released meanwhile. */
  private long read(int age, int half) {
    long[] kept = slots;
    int index = 2 * slot(age) + half;
    return index < kept.length ? kept[index] : 0;
  }

  private int slot(int age) {
    return (int) (frames() - 1 - age) & (capacity - 1);
  }
}
