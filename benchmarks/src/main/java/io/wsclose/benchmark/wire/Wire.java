// SPDX-License-Identifier: Apache-2.0
package io.wsclose.benchmark.wire;

import java.io.IOException;

/**
 * One open WebSocket connection of a stack, server side, cut off from the network: frames enter and
 * leave through the stack's own codec on the calling thread.
 */
public interface Wire {
  /** Reads one masked binary frame of {@link SampleFrame#PAYLOAD} bytes. */
  Object receive() throws IOException;

  /** Writes one binary frame of {@link SampleFrame#PAYLOAD} bytes. */
  Object send() throws IOException;

  /** The stack's object by which the agent knows the connection. */
  Object key();
}
