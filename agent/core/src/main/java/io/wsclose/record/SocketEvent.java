// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import java.util.Locale;

/** What the kernel, or the TLS layer on it, said about the socket. */
public enum SocketEvent {
  EOF,
  RESET,
  BROKEN_PIPE,
  TIMED_OUT,
  UNREACHABLE,
  REFUSED,
  TLS_ALERT,
  TLS_TRUNCATED,
  CLOSED_LOCALLY;

  /** The value of {@code websocket.socket.event}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
