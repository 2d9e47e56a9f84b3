// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import java.nio.charset.StandardCharsets;

/** What bytes that are no frame look like: named, never shown. */
public final class UnparsableBytes {
  /** Followed by its status code. */
  public static final String UNMASKED_CLOSE = "is an unmasked Close frame with ";

  private UnparsableBytes() {}

  static String classify(byte[] head) {
    if (isUnmaskedClose(head)) {
      return UNMASKED_CLOSE + code(head);
    }
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (text.startsWith("HTTP/1.")) {
      return "looks like HTTP/1.1";
    }
    if (text.matches("(?s)(GET|POST|PUT|HEAD|PRI|DELETE|OPTIONS) .*")) {
      return "looks like an HTTP request";
    }
    if (head.length > 2 && head[0] >= 0x14 && head[0] <= 0x17 && head[1] == 3) {
      return "looks like a TLS record";
    }
    if (text.startsWith("<")) {
      return "looks like HTML or XML";
    }
    return "";
  }

  /** RFC 6455 section 5.2 and 5.5.1: FIN, opcode 8, no mask, a payload that begins with a code. */
  private static boolean isUnmaskedClose(byte[] head) {
    return head.length >= 4
        && head[0] == (byte) 0x88
        && head[1] >= 2
        && head[1] <= 125
        && code(head) >= 1000
        && code(head) < 5000;
  }

  private static int code(byte[] head) {
    return (head[2] & 0xff) << 8 | head[3] & 0xff;
  }
}
