// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.scenario;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Addresses for peers, each its own. */
public final class Addresses {
  private static final int PER_BLOCK = 250;

  private Addresses() {}

  /** The {@code index}-th address of 127.0.0.0/8 that is not the usual one. */
  public static InetAddress of(int index) {
    byte[] address = {127, 1, (byte) (index / PER_BLOCK), (byte) (index % PER_BLOCK + 1)};
    try {
      return InetAddress.getByAddress(address);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
