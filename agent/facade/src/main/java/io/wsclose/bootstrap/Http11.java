// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

/**
 * How HTTP/1.1 answers an attempt to open a WebSocket. Nothing else knows the number 101: over
 * HTTP/2 a 200 opens (RFC 8441 section 5).
 */
public final class Http11 {
  private Http11() {}

  /** The attempt was answered: 101 accepts it, an interim answer says nothing, others refuse it. */
  public static void answered(Connection attempt, int status, Headers headers) {
    if (accepts(status)) {
      attempt.accepted(status, headers);
    } else if (!isInterim(status)) {
      attempt.refused(status, headers);
    }
  }

  /** Whether the connection switches protocols with it (RFC 9110 section 15.2.2). */
  static boolean accepts(int status) {
    return status == 101;
  }

  /** Whether another answer follows (RFC 9110 section 15.2). */
  static boolean isInterim(int status) {
    return status < 200 && !accepts(status);
  }
}
