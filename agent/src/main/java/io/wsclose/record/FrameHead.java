package io.wsclose.record;

import java.nio.charset.StandardCharsets;

/** What bytes that are no frame look like: named, never shown. */
final class FrameHead {
  private FrameHead() {}

  static String classify(byte[] head) {
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
}
