// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

/** What is kept of the payload of a ping or pong: enough to tell whether two are the same. */
public final class PingPayload {
  /** Where the stack does not have the payload at hand. */
  public static final long UNKNOWN = 0;

  /** RFC 6455 section 5.5: the longest payload of a control frame. */
  public static final int MAX_LENGTH = 125;

  private PingPayload() {}

  static long of(byte[] payload) {
    if (payload == null) {
      return UNKNOWN;
    }
    long hash = 1;
    for (byte octet : payload) {
      hash = 31 * hash + octet;
    }
    return hash == UNKNOWN ? 1 : hash;
  }
}
