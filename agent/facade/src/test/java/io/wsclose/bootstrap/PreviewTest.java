// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PreviewTest {
  /** RFC 6455 section 5.7: "Hello" masked, and its key. */
  private static final byte[] MASKED = {0x7f, (byte) 0x9f, 0x4d, 0x51, 0x58};

  private static final byte[] KEY = {0x37, (byte) 0xfa, 0x21, 0x3d};

  @Test
  void takesTheFirstBytesAndLeavesTheBufferAsItIs() {
    ByteBuffer payload = ByteBuffer.wrap(bytes("..Hello..")).asReadOnlyBuffer();
    payload.position(2).limit(7);
    assertThat(Preview.of(payload, 4)).isEqualTo(bytes("Hell"));
    assertThat(Preview.of(payload, 8)).as("no more than there is").isEqualTo(bytes("Hello"));
    assertThat(payload.position()).isEqualTo(2);
    assertThat(payload.limit()).isEqualTo(7);
  }

  @Test
  void aFrameWithoutPayloadShowsNothing() {
    assertThat(Preview.of(null, 8)).isEmpty();
    assertThat(Preview.of(ByteBuffer.allocate(0), 8)).isEmpty();
  }

  @Test
  void unmasksTheCopyOnly() {
    byte[] masked = MASKED.clone();
    assertThat(Preview.unmasked(ByteBuffer.wrap(masked), 8, KEY)).isEqualTo(bytes("Hello"));
    assertThat(masked).isEqualTo(MASKED);
    assertThat(Preview.unmasked(ByteBuffer.wrap(bytes("Hello")), 8, null))
        .as("not masked")
        .isEqualTo(bytes("Hello"));
  }

  @Test
  void findsThePayloadBehindEveryHeader() {
    for (int length : new int[] {0, 1, 5, 125, 126, 65_535, 65_536}) {
      byte[] start = bytes("abcdefgh".substring(0, Math.min(length, 8)));
      for (boolean masked : new boolean[] {false, true}) {
        ByteBuffer frame = frame(length, masked);
        assertThat(Preview.ofFrame(frame, length, 8)).as(length + " " + masked).isEqualTo(start);
        assertThat(frame.position()).isEqualTo(3);
      }
    }
  }

  @Test
  void whatFollowsAFrameIsNotItsPayload() {
    ByteBuffer frame = ByteBuffer.wrap(bytes("\1\5Hello\1\5World"));
    assertThat(Preview.ofFrame(frame, 5, 8)).isEqualTo(bytes("Hello"));
  }

  /** At position 3, as buffers are not always at their start. */
  private static ByteBuffer frame(int length, boolean masked) {
    ByteBuffer frame = ByteBuffer.allocate(3 + 14 + length);
    frame.position(3);
    int mask = masked ? 0x80 : 0;
    frame.put((byte) 0x82);
    if (length < 126) {
      frame.put((byte) (mask | length));
    } else if (length < 65_536) {
      frame.put((byte) (mask | 126)).putShort((short) length);
    } else {
      frame.put((byte) (mask | 127)).putLong(length);
    }
    if (masked) {
      frame.put(KEY);
    }
    for (int i = 0; i < length; i++) {
      int letter = 'a' + i % 26;
      frame.put((byte) (masked ? letter ^ KEY[i % 4] : letter));
    }
    frame.flip().position(3);
    return frame;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
