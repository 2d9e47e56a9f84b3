// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import io.wsclose.bootstrap.FrameRing;
import java.nio.charset.StandardCharsets;

/** One frame as the wire had it; of its payload nothing, or the start where an operator asked. */
public final class FrameSnapshot {
  /**
   * More than a coarse clock was ever seen behind a precise one: 0.3 s on a busy machine. Far too
   * short for 8 million frames, after which sequence numbers no longer compare.
   */
  private static final long CLOCK_ERROR_NANOS = 1_000_000_000L;

  private static final String[] OPCODES = {
    "continuation", "text", "binary", null, null, null, null, null, "close", "ping", "pong"
  };

  private final boolean received;
  private final long nanos;
  private final int sequence;
  private final int opcode;
  private final boolean fin;
  private final int rsv;
  private final long length;
  private final byte[] preview;
  private final boolean left;

  private FrameSnapshot(
      boolean received,
      long nanos,
      int sequence,
      int opcode,
      boolean fin,
      int rsv,
      long length,
      byte[] preview,
      boolean left) {
    this.received = received;
    this.nanos = nanos;
    this.sequence = sequence;
    this.opcode = opcode;
    this.fin = fin;
    this.rsv = rsv;
    this.length = length;
    this.preview = preview;
    this.left = left;
  }

  /**
   * @param unsent how many frames at the end of the ring never left this JVM
   */
  static FrameSnapshot of(boolean received, FrameRing ring, int age, long unsent) {
    return new FrameSnapshot(
        received,
        ring.nanos(age),
        ring.sequence(age),
        ring.opcode(age),
        ring.fin(age),
        ring.rsv(age),
        ring.length(age),
        ring.preview(age),
        age >= unsent);
  }

  public boolean received() {
    return received;
  }

  /** False where it was handed over, and the transport still held it when it was given up. */
  public boolean hasLeft() {
    return left;
  }

  /** {@code received} or {@code sent}. */
  public String direction() {
    return received ? "received" : "sent";
  }

  public long nanos() {
    return nanos;
  }

  /** The name in RFC 6455 section 5.2, or {@code 0x3} and the like for a reserved one. */
  public String opcode() {
    String name = opcode < OPCODES.length ? OPCODES[opcode] : null;
    return name == null ? "0x" + Integer.toHexString(opcode) : name;
  }

  public boolean isData() {
    return opcode < 0x8;
  }

  public boolean isClose() {
    return opcode == 0x8;
  }

  public boolean fin() {
    return fin;
  }

  /** RFC 7692 section 6: RSV1 marks a compressed message. */
  public boolean compressed() {
    return (rsv & 4) != 0;
  }

  /**
   * The start of the payload, empty unless the operator asked for it: text as text, all else, and
   * what is compressed, as hexadecimal digits.
   */
  public String payload() {
    if (opcode == 0x1 && !compressed()) {
      return new String(preview, StandardCharsets.UTF_8);
    }
    StringBuilder digits = new StringBuilder();
    for (byte octet : preview) {
      digits.append(String.format("%02x", octet));
    }
    return digits.toString();
  }

  /**
   * Whether its header alone breaks RFC 6455 section 5.2: reserved bits or opcodes, or a control
   * frame in pieces.
   *
   * @param extensions whether an extension gives the first reserved bit a meaning
   */
  public boolean isIllFormed(boolean extensions) {
    boolean bits = extensions ? (rsv & 3) != 0 : rsv != 0;
    return bits || opcode >= OPCODES.length || OPCODES[opcode] == null || opcode >= 0x8 && !fin;
  }

  public long length() {
    return length;
  }

  /**
   * Whether this frame came before one of the other direction: by time, and by sequence where the
   * clock cannot tell. A sequence number alone wraps at 24 bits, too few for a busy direction
   * beside a silent one.
   */
  boolean isBefore(FrameSnapshot other) {
    long apart = nanos - other.nanos;
    return Math.abs(apart) > CLOCK_ERROR_NANOS ? apart < 0 : (sequence - other.sequence) << 8 < 0;
  }

  /**
   * Whether this frame came after {@code fact}, whose time is precise. A data frame's time may be
   * behind the truth, never ahead of it: it can look earlier than a fact that it followed.
   */
  public boolean isAfter(Fact fact) {
    long later = nanos - fact.nanos();
    boolean comparable = isData() && later > -CLOCK_ERROR_NANOS && !fact.is(FactKind.ENDED);
    return later > 0 || comparable && (sequence - fact.sequence()) << 8 > 0;
  }
}
