// SPDX-License-Identifier: Apache-2.0
package io.wsclose.testbed.peer;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A client's opening handshake (RFC 6455 section 4.1) as text, with anything in it added, replaced
 * or left out. Immutable.
 */
public final class Opening {
  private final String target;
  private final Map<String, String> headers;

  private Opening(String target, Map<String, String> headers) {
    this.target = target;
    this.headers = Collections.unmodifiableMap(headers);
  }

  /** A correct request for this request target. */
  public static Opening of(String target) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Host", "chat.example");
    headers.put("Upgrade", "websocket");
    headers.put("Connection", "Upgrade");
    headers.put("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
    headers.put("Sec-WebSocket-Version", "13");
    return new Opening(target, headers);
  }

  public Opening with(String header, String value) {
    Map<String, String> changed = new LinkedHashMap<>(headers);
    changed.put(header, value);
    return new Opening(target, changed);
  }

  public Opening without(String header) {
    Map<String, String> changed = new LinkedHashMap<>(headers);
    changed.remove(header);
    return new Opening(target, changed);
  }

  /** An ordinary request for this target. */
  public static Opening plain(String target) {
    return of(target)
        .without("Upgrade")
        .without("Connection")
        .without("Sec-WebSocket-Key")
        .without("Sec-WebSocket-Version");
  }

  /** Offers these subprotocols. */
  public Opening offering(String... subprotocols) {
    return with("Sec-WebSocket-Protocol", String.join(", ", subprotocols));
  }

  byte[] encoded() {
    StringBuilder text = new StringBuilder("GET ").append(target).append(" HTTP/1.1\r\n");
    headers.forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
    return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
