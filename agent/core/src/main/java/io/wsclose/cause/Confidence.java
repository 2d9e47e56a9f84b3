// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause;

import java.util.Locale;

/** How much the evidence carries. */
public enum Confidence {
  /** One fact. */
  POSSIBLE,
  /** Two independent facts agree. */
  LIKELY,
  /** Directly observed here or on the wire. */
  CERTAIN;

  /** The value of {@code websocket.close.confidence}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
