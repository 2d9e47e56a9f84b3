// SPDX-License-Identifier: Apache-2.0
package io.wsclose.benchmark.wire;

import java.nio.charset.StandardCharsets;

/** What peers send: the request that opens a connection, and always the same frame. */
final class SampleFrame {
  /** Bytes of payload. */
  static final int PAYLOAD = 32;

  /** With the nonce of RFC 6455 section 1.3. */
  private static final String REQUEST =
      "GET /chat HTTP/1.1\r\n"
          + "Host: localhost\r\n"
          + "Upgrade: websocket\r\n"
          + "Connection: Upgrade\r\n"
          + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
          + "Sec-WebSocket-Version: 13\r\n\r\n";

  private static final int FIN_BINARY = 0x82;
  private static final int MASKED = 0x80;
  private static final byte[] MASK = {0x37, (byte) 0xfa, 0x21, 0x3d};

  private SampleFrame() {}

  static byte[] request() {
    return REQUEST.getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] payload() {
    byte[] payload = new byte[PAYLOAD];
    for (int i = 0; i < PAYLOAD; i++) {
      payload[i] = (byte) i;
    }
    return payload;
  }

  /** As on the wire (RFC 6455 section 5.2). */
  static byte[] masked() {
    byte[] frame = new byte[2 + MASK.length + PAYLOAD];
    frame[0] = (byte) FIN_BINARY;
    frame[1] = (byte) (MASKED | PAYLOAD);
    System.arraycopy(MASK, 0, frame, 2, MASK.length);
    byte[] payload = payload();
    for (int i = 0; i < PAYLOAD; i++) {
      frame[2 + MASK.length + i] = (byte) (payload[i] ^ MASK[i % MASK.length]);
    }
    return frame;
  }
}
