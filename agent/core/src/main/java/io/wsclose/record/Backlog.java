// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.FrameRing;
import io.wsclose.bootstrap.Role;

/**
 * The frames that were handed over and never left this JVM: those that the transport still held
 * when it was given up, because the peer did not read, and those that came later. They are the last
 * ones of the ring; how many lie before those that it keeps follows from their bytes.
 */
public final class Backlog {
  /** RFC 6455 section 5.2. */
  private static final int MASKING_KEY = 4;

  /** The first opcode of control frames. */
  private static final int CLOSE = 0x8;

  private final long takenNanos;
  private final int masked;
  private long frames;
  private long payload;
  private long late;
  private long latePayload;
  private long partLeft;
  private long dataFrames;
  private long dataBytes;
  private long queuedData;
  private long framesAbove;
  private long bytesAbove;
  private boolean framesEstimated;
  private boolean bytesEstimated;

  private Backlog(long takenNanos, Role role) {
    this.takenNanos = takenNanos;
    this.masked = role == Role.CLIENT ? MASKING_KEY : 0;
  }

  /**
   * @param late frames that were handed over after the transport had been given up
   * @param whole frames before those of which no byte left
   * @param bytes of the frames before those, headers included
   */
  static Backlog of(Connection connection, Role role, long late, long whole, long bytes) {
    Backlog backlog = new Backlog(connection.takenNanos(), role);
    FrameRing sent = connection.sent();
    long held = backlog.addKept(sent, late, whole, bytes);
    if (held > 0 || backlog.frames < late + whole) {
      backlog.addOlder(sent, Math.max(0, late + whole - backlog.frames), held);
    }
    return backlog;
  }

  /** With frames that the stack had not handed over to its transport: they do not count as sent. */
  Backlog withQueueAbove(long moreFrames, long moreBytes) {
    framesAbove = moreFrames;
    bytesAbove = moreBytes;
    return this;
  }

  /** Returns how many of the bytes belong to frames that the ring no longer keeps. */
  private long addKept(FrameRing sent, long newest, long whole, long bytes) {
    long held = bytes;
    while (frames < sent.kept() && (frames < newest + whole || held > 0)) {
      long length = sent.length((int) frames);
      if (frames < newest) {
        late++;
        latePayload += length;
      } else if (frames >= newest + whole) {
        partLeft = Math.max(0, length - held);
        held = Math.max(0, held - length - header(length));
      }
      if (sent.opcode((int) frames) < CLOSE) {
        queuedData += frames < newest ? 0 : 1;
        dataFrames++;
        dataBytes += length;
      }
      frames++;
      payload += length;
    }
    return held;
  }

  /**
   * Frames that the ring no longer keeps: taken to be as long as those that it does, but for pings
   * and the like, which are short.
   */
  private void addOlder(FrameRing sent, long whole, long bytes) {
    long unkept = sent.frames() - frames;
    if (unkept <= 0) {
      return; // of the handshake, or of TLS
    }
    long length = dataFrames > 0 ? dataBytes / dataFrames : sent.bytes() / sent.frames();
    long onTheWire = length + header(length);
    long inPart = (bytes + onTheWire - 1) / onTheWire;
    long older = Math.min(unkept, whole + inPart);
    frames += older;
    queuedData += older;
    payload = older == unkept ? sent.bytes() : Math.min(sent.bytes(), payload + older * length);
    partLeft = Math.max(0, Math.min(length, inPart * onTheWire - bytes));
    framesEstimated = inPart > 0;
    bytesEstimated = whole > 0;
  }

  private int header(long length) {
    return masked + (length <= 125 ? 2 : length <= 0xffff ? 4 : 10);
  }

  /** How many frames did not leave whole, late ones included. */
  long frames() {
    return frames;
  }

  /** The payload of all of these. */
  long payload() {
    return payload;
  }

  /** How many frames waited when the transport was given up. */
  public long queuedFrames() {
    return frames - late + framesAbove;
  }

  /** Whether any of these is a data frame. */
  public boolean holdsData() {
    return queuedData + framesAbove > 0;
  }

  /** Their payload, but for what did leave of the first. */
  public long queuedBytes() {
    return payload - latePayload - partLeft + bytesAbove;
  }

  /** Payload bytes of the first queued frame that did leave. */
  public long partLeft() {
    return partLeft;
  }

  /** Whether the number of frames rests on the average length of the frames that are kept. */
  public boolean areFramesEstimated() {
    return framesEstimated;
  }

  /** Whether the number of bytes does. */
  public boolean areBytesEstimated() {
    return bytesEstimated;
  }

  /** When the transport last took a byte of a write that it did not take whole; 0 if never. */
  public long takenNanos() {
    return takenNanos;
  }
}
