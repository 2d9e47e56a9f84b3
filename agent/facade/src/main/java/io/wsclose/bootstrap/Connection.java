// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * What advice tells about one WebSocket connection, or about one attempt to open one.
 *
 * <p>Frames are stored here, where advice can reach them without a call into the agent's loader;
 * everything rare goes to the agent's own record through the abstract methods. What happens to the
 * socket, to TLS and to its timers is told to its {@link Transport}. Advice does not hold a
 * connection: it names the stack's object to {@link Recorder}, which finds it.
 */
public abstract class Connection {
  private static final int CLOSE = 0x8;
  private static final int PING = 0x9;
  private static final int PONG = 0xa;

  private final FrameRing received;
  private final FrameRing sent;
  private final int previewBytes;
  private final AtomicInteger keys = new AtomicInteger();
  private int sequence;
  private long waiting;
  private long sentBeforeWaiting;
  private volatile long takenNanos;

  /**
   * @param frames how many frames of each direction to keep, a power of two or 0
   * @param previewBytes how much of each payload to keep; 0, unless the operator asked for it
   */
  protected Connection(int frames, int previewBytes) {
    received = new FrameRing(frames, previewBytes > 0);
    sent = new FrameRing(frames, previewBytes > 0);
    this.previewBytes = previewBytes;
  }

  /** For the object that stands for no connection. */
  Connection() {
    received = null;
    sent = null;
    previewBytes = 0;
  }

  void keyAdded() {
    keys.incrementAndGet();
  }

  /** Whether that was the last object that stood for this connection. */
  boolean keyGone() {
    return keys.decrementAndGet() == 0;
  }

  /** False for the object that stands for no connection. */
  public final boolean isKnown() {
    return received != null;
  }

  /**
   * A whole frame was read from the wire.
   *
   * @param rsv RSV1 is bit 4, RSV2 bit 2, RSV3 bit 1
   * @param length payload bytes as on the wire
   */
  public final void frameReceived(int opcode, boolean fin, int rsv, long length) {
    frameReceived(opcode, fin, rsv, length, null);
  }

  /**
   * The same with the payload of a pong, which says what it answers (RFC 6455 section 5.5.3).
   *
   * @param pong null for any other frame, and where the stack does not have the payload at hand; it
   *     is not kept
   */
  public final void frameReceived(int opcode, boolean fin, int rsv, long length, byte[] pong) {
    if (received == null) {
      return;
    }
    long nanos = opcode < CLOSE ? CoarseClock.now() : CoarseClock.precise();
    received.add(nanos, sequence++, opcode, fin, rsv, length);
    if (opcode == PONG) {
      pongReceived(nanos, PingPayload.of(pong));
    }
  }

  /**
   * A frame was handed to the transport; parameters as for {@link #frameReceived}. Data frames one
   * after the other, control frames by any thread.
   */
  public final void frameSent(int opcode, boolean fin, int rsv, long length) {
    frameSent(opcode, fin, rsv, length, null);
  }

  /**
   * The same with the payload of a ping.
   *
   * @param ping as the payload of a pong in {@link #frameReceived(int, boolean, int, long, byte[])}
   */
  public final void frameSent(int opcode, boolean fin, int rsv, long length, byte[] ping) {
    if (opcode >= CLOSE) {
      frameSentByAnyThread(opcode, fin, rsv, length, ping);
    } else if (sent != null) {
      sent.add(CoarseClock.now(), sequence++, opcode, fin, rsv, length);
    }
  }

  /** The same where several threads can be here at once, with data frames, too. */
  public final void frameSentByAnyThread(
      int opcode, boolean fin, int rsv, long length, byte[] ping) {
    if (sent == null) {
      return;
    }
    long nanos = opcode < CLOSE ? CoarseClock.now() : CoarseClock.precise();
    sent.addShared(nanos, sequence++, opcode, fin, rsv, length);
    if (opcode == PING) {
      pingSent(nanos, PingPayload.of(ping));
    }
  }

  /**
   * The transport did not take all that it was given, as the peer reads more slowly than we write.
   * Called on such a write only: one that the transport takes whole costs nothing.
   *
   * @param took whether it took anything
   * @param left bytes that it did not take
   */
  public final void writtenInPart(boolean took, long left) {
    if (sent == null) {
      return;
    }
    // less than what waited and what was handed over since: in between the transport took some
    boolean tookBefore = left < waiting + sent.bytes() - sentBeforeWaiting;
    waiting = left;
    sentBeforeWaiting = sent.bytes();
    if (took || tookBefore || takenNanos == 0) {
      takenAt(CoarseClock.precise());
    }
  }

  final void takenAt(long nanos) {
    takenNanos = nanos;
  }

  /** A write failed, and with it these bytes that the transport had been given. */
  public final void writeFailed(long left) {
    waiting = left;
  }

  /**
   * What the last call of {@link #writtenInPart} or {@link #writeFailed} left; a later write may
   * have taken it.
   */
  public final long waiting() {
    return waiting;
  }

  /**
   * When the transport last took a part of what it was given, on the scale of {@link
   * System#nanoTime()}; 0 if it always took all.
   */
  public final long takenNanos() {
    return takenNanos;
  }

  /** How many bytes of a data frame's payload are wanted, usually none: ask before copying. */
  public final int previewBytes() {
    return previewBytes;
  }

  /** The start of the payload of the frame received last. */
  public final void previewReceived(byte[] payload) {
    received.preview(payload);
  }

  /** The start of the payload of the frame sent last. */
  public final void previewSent(byte[] payload) {
    sent.preview(payload);
  }

  public final FrameRing received() {
    return received;
  }

  public final FrameRing sent() {
    return sent;
  }

  /** Lets go of the frames: their event was emitted or dropped. Counting goes on. */
  protected final void releaseFrames() {
    received.release();
    sent.release();
  }

  /** Bytes that frames take on the heap, roughly. */
  protected final int weightOfFrames() {
    return received.weight() + sent.weight();
  }

  /** The number that the next frame or fact gets; gives the order where times are equal. */
  protected final int nextSequence() {
    return sequence++;
  }

  /**
   * @param payload see {@link PingPayload}
   */
  protected abstract void pingSent(long nanos, long payload);

  /**
   * @param payload see {@link PingPayload}
   */
  protected abstract void pongReceived(long nanos, long payload);

  /** What it has to itself: a socket, or a stream; {@link Transport#none} once it was refused. */
  public abstract Transport transport();

  /** From now on it is on {@code shared}, and on no other shared transport any more. */
  protected abstract void movedTo(Transport shared);

  /**
   * The request of an attempt that began before its request was known; a redirect or credentials
   * may bring another one.
   */
  public abstract void requested(Upgrade upgrade);

  /** Whether an answer would be of use: ask before reading its headers. */
  public abstract boolean awaitsResponse();

  /** The attempt was answered, and the WebSocket is open. */
  public abstract void accepted(int status, Headers headers);

  /** The attempt was answered, and that is its end: it lets go of what carried it. */
  public abstract void refused(int status, Headers headers);

  /** The stack's own codec reads and writes this connection's frames: they will be seen here. */
  public abstract void codecInPlace();

  /** A Close frame came; {@code code} 1005 where it had none, {@code reason} empty where none. */
  public abstract void closeReceived(int code, String reason);

  /** A Close frame was handed to the transport. */
  public abstract void closeSent(int code, String reason);

  /** A Close frame handed over before never left this JVM. */
  public abstract void closeNotSent();

  /**
   * The transport is given up, and this is what it still held. Frames leave in the order in which
   * they were handed over, so these are the last ones, and none that is handed over after this call
   * leaves at all. Several calls add up.
   *
   * @param frames of which no byte left
   * @param bytes of the frames before those, headers included
   */
  public abstract void neverLeft(long frames, long bytes);

  /** Frames that the stack still held above the transport: they were never handed over to it. */
  public abstract void neverHandedOver(long frames, long bytes);

  /** The stack threw frames away that had been handed over, to make way for the next one. */
  public abstract void dropped(long frames);

  /** Local code asked for the closing handshake; the stack trace of {@code caller} says who. */
  public abstract void closeRequested(Throwable caller);

  /**
   * Something above the socket threw.
   *
   * @param status the status code that the stack chose for it, or 0
   */
  public abstract void failed(FailureOrigin origin, int status, Throwable failure);

  /**
   * The bytes at which the parser gave up: they are classified, not kept.
   *
   * @param head at most a few bytes from the start of the frame
   */
  public abstract void unparsable(byte[] head);

  /** The application or container that it belongs to is being stopped. */
  public abstract void stopping(String what);

  /** The HTTP or login session behind the connection ended. */
  public abstract void sessionExpired();

  /** What the stack tells the application; it may come after {@link #ended}. */
  public abstract void reported(int code, String reason);

  /** It is over, whatever becomes of the transport. Only the first call counts. */
  public abstract void ended();

  /** No object stands for the connection any longer, and there was no {@link #ended}. */
  public abstract void abandoned();
}
