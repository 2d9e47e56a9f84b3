// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

import java.nio.charset.StandardCharsets;

/** What the payload of a Close frame says (RFC 6455 section 5.5.1). */
public final class ClosePayload {
  /** RFC 6455 section 7.1.5: stands for a Close frame without a status. */
  private static final int NO_STATUS = 1005;

  private ClosePayload() {}

  public static int code(byte[] payload) {
    return payload.length < 2 ? NO_STATUS : (payload[0] & 0xff) << 8 | payload[1] & 0xff;
  }

  /** Empty if there is none. */
  public static String reason(byte[] payload) {
    return payload.length <= 2
        ? ""
        : new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8);
  }
}
