// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

/** What was being done on the socket when the kernel reported something. */
public enum SocketOperation {
  READ,
  WRITE,
  CONNECT,
  TLS_HANDSHAKE
}
