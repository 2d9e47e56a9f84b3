// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause;

import java.util.Locale;

/** Who ended the connection. */
public enum Initiator {
  APPLICATION,
  CONTAINER,
  PEER,
  INTERMEDIARY,
  NETWORK,
  UNKNOWN;

  /** The value of {@code websocket.close.initiator}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
