// SPDX-License-Identifier: Apache-2.0
package io.wsclose.testbed.peer;

/** How the peer's socket saw the other side go. */
public enum SocketEnd {
  FIN,
  RESET
}
