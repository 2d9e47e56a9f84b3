// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

import java.nio.ByteBuffer;

/**
 * The start of a payload, copied out of a buffer that stays as it is: position, limit and bytes.
 * For stacks whose frames hold a {@link ByteBuffer}.
 */
public final class Preview {
  private static final byte[] NOTHING = {};
  private static final byte[] NO_KEY = {0, 0, 0, 0};

  /** Enough of a refused frame for the longest header, 14 bytes, and two more. */
  private static final int HEAD = 16;

  private Preview() {}

  /**
   * The first bytes of a frame that was refused, with its header.
   *
   * @param start where in the buffer it begins
   */
  public static byte[] head(ByteBuffer buffer, int start) {
    return copy(buffer, start, HEAD, NO_KEY);
  }

  /**
   * The first of what remains.
   *
   * @param payload null where the frame has none
   */
  public static byte[] of(ByteBuffer payload, int wanted) {
    return unmasked(payload, wanted, NO_KEY);
  }

  /**
   * The first of what remains, as it was before masking (RFC 6455 section 5.3).
   *
   * @param payload null where the frame has none
   * @param key four bytes, null where the frame is not masked
   */
  public static byte[] unmasked(ByteBuffer payload, int wanted, byte[] key) {
    return payload == null ? NOTHING : copy(payload, payload.position(), wanted, key);
  }

  /**
   * The first of the payload of a frame that is in the buffer with its header.
   *
   * @param length of the payload, as the header says
   */
  public static byte[] ofFrame(ByteBuffer frame, long length, int wanted) {
    int start = frame.position();
    int second = frame.get(start + 1);
    int shortLength = second & 0x7f;
    // RFC 6455 section 5.2: extended length, then the key
    int from = start + 2 + (shortLength == 126 ? 2 : shortLength == 127 ? 8 : 0);
    if (second >= 0) {
      return copy(frame, from, (int) Math.min(wanted, length), NO_KEY);
    }
    byte[] key = {frame.get(from), frame.get(from + 1), frame.get(from + 2), frame.get(from + 3)};
    return copy(frame, from + 4, (int) Math.min(wanted, length), key);
  }

  private static byte[] copy(ByteBuffer buffer, int from, int wanted, byte[] key) {
    byte[] mask = key == null ? NO_KEY : key;
    byte[] head = new byte[Math.min(wanted, buffer.limit() - from)];
    for (int i = 0; i < head.length; i++) {
      head[i] = (byte) (buffer.get(from + i) ^ mask[i & 3]);
    }
    return head;
  }
}
