// SPDX-License-Identifier: Apache-2.0
package io.wsclose.testbed.peer;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One frame as RFC 6455 section 5.2 lays it out, right or wrong: nothing here checks what it is
 * told to write.
 *
 * @param rsv RSV1 is bit 4, RSV2 bit 2, RSV3 bit 1
 */
public record Frame(boolean fin, int rsv, int opcode, boolean masked, byte[] payload) {
  public static final int CONTINUATION = 0x0;
  public static final int TEXT = 0x1;
  public static final int BINARY = 0x2;
  public static final int CLOSE = 0x8;
  public static final int PING = 0x9;
  public static final int PONG = 0xa;

  /** A fixed key: what is sent can be told apart in a capture, and tests stay repeatable. */
  private static final byte[] KEY = {0x37, (byte) 0xfa, 0x21, 0x3d};

  public static Frame text(String text) {
    return of(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  public static Frame of(int opcode, byte[] payload) {
    return new Frame(true, 0, opcode, true, payload);
  }

  public static Frame ping(String payload) {
    return of(PING, payload.getBytes(StandardCharsets.UTF_8));
  }

  /** A Close frame with any code, those that must not be on the wire included. */
  public static Frame close(int code, String reason) {
    byte[] text = reason.getBytes(StandardCharsets.UTF_8);
    return of(CLOSE, ByteBuffer.allocate(2 + text.length).putShort((short) code).put(text).array());
  }

  public static Frame emptyClose() {
    return of(CLOSE, new byte[0]);
  }

  public Frame unmasked() {
    return new Frame(fin, rsv, opcode, false, payload);
  }

  public Frame notFinal() {
    return new Frame(false, rsv, opcode, masked, payload);
  }

  public Frame withRsv(int bits) {
    return new Frame(fin, bits, opcode, masked, payload);
  }

  public Frame withOpcode(int other) {
    return new Frame(fin, rsv, other, masked, payload);
  }

  public String text() {
    return new String(payload, StandardCharsets.UTF_8);
  }

  /** The status code of a Close frame; 1005 where it has none. */
  public int code() {
    return payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xffff;
  }

  /** The reason of a Close frame; empty where it has none. */
  public String reason() {
    return payload.length < 2
        ? ""
        : new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8);
  }

  public byte[] encoded() {
    byte[] head = head(payload.length);
    byte[] bytes = Arrays.copyOf(head, head.length + payload.length);
    for (int i = 0; i < payload.length; i++) {
      bytes[head.length + i] = masked ? (byte) (payload[i] ^ KEY[i % KEY.length]) : payload[i];
    }
    return bytes;
  }

  /** The head alone, which promises {@code length} bytes of payload. */
  public byte[] head(long length) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write((fin ? 0x80 : 0) | rsv << 4 | opcode);
    int mask = masked ? 0x80 : 0;
    if (length < 126) {
      out.write(mask | (int) length);
    } else if (length < 1 << 16) {
      out.write(mask | 126);
      out.writeBytes(ByteBuffer.allocate(Short.BYTES).putShort((short) length).array());
    } else {
      out.write(mask | 127);
      out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(length).array());
    }
    if (masked) {
      out.writeBytes(KEY);
    }
    return out.toByteArray();
  }

  /** Reads the next frame, an end of stream in place of one is an {@link EOFException}. */
  static Frame read(DataInputStream in) throws IOException {
    int first = in.readUnsignedByte();
    int second = in.readUnsignedByte();
    long length = second & 0x7f;
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = in.readLong();
    }
    boolean masked = (second & 0x80) != 0;
    byte[] key = masked ? in.readNBytes(4) : new byte[4];
    byte[] payload = new byte[Math.toIntExact(length)];
    in.readFully(payload);
    for (int i = 0; i < payload.length; i++) {
      payload[i] ^= key[i % 4];
    }
    return new Frame((first & 0x80) != 0, first >> 4 & 0x7, first & 0xf, masked, payload);
  }

  @Override
  public String toString() {
    String name =
        switch (opcode) {
          case CONTINUATION -> "continuation";
          case TEXT -> "text";
          case BINARY -> "binary";
          case CLOSE -> "close " + code() + " '" + reason() + "'";
          case PING -> "ping";
          case PONG -> "pong";
          default -> "0x" + Integer.toHexString(opcode);
        };
    return name + " " + payload.length + " B" + (fin ? "" : " fin=false");
  }
}
