// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

/** The reserved bits of a frame's first byte (RFC 6455 section 5.2) as one number. */
public final class ReservedBits {
  private ReservedBits() {}

  public static int of(boolean rsv1, boolean rsv2, boolean rsv3) {
    return (rsv1 ? 4 : 0) | (rsv2 ? 2 : 0) | (rsv3 ? 1 : 0);
  }
}
