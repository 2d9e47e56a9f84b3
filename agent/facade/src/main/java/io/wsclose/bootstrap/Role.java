// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

/** Which side of the opening handshake this JVM is. */
public enum Role {
  SERVER,
  CLIENT
}
