// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

/** The agent behind {@link Recorder}, in a class loader of its own. */
public interface Backend {
  /**
   * An attempt begins before there is a request: on a client, {@code connect} was called.
   *
   * @param planned what is known of the request, at least who is going to make it
   */
  Connection attempting(Upgrade planned);

  /** A request to open a WebSocket was seen; the attempt is recorded from now on. */
  Connection upgradeRequested(Upgrade upgrade);

  /**
   * The same for a request that the client sent before an earlier one to open a WebSocket was
   * answered on the same transport, which RFC 6455 section 4.1 forbids.
   *
   * @return null where too many of these wait for their answers
   */
  Connection pipelined(Upgrade upgrade);

  /** Frames were seen on a connection whose opening was not: it was open before the agent came. */
  Connection openedBefore(Upgrade upgrade);

  /** A transport that may carry several connections, at the same time or one after the other. */
  Transport sharedTransport();

  /** A server or container of this JVM starts to stop, all connections of it with it. */
  void stopping(String what);

  /** Whether a connection or attempt is open, so that pauses of this JVM matter. */
  boolean hasOpen();

  /**
   * This JVM did not run between these, on the scale of {@link System#nanoTime()}. Called on the
   * clock's thread.
   */
  void paused(long from, long to);

  /** Advice failed; called each time. What the operator is told of it is the agent's to bound. */
  void hookFailed(Throwable failure, Class<?> type, int hook);
}
