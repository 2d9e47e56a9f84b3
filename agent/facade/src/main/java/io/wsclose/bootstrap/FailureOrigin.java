// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

/** Who threw: this decides what an exception may prove, not how grave it is. */
public enum FailureOrigin {
  /** The stack's frame parser or validator refused what the peer sent. */
  PARSER,
  /** A local size or rate limit of the stack was exceeded. */
  LIMIT,
  /** A write did not complete within the stack's own write timeout. */
  WRITE_TIMEOUT,
  /** An endpoint, listener or handler threw. */
  APPLICATION,
  /** The code that answers or checks the opening handshake threw. */
  HANDSHAKE
}
