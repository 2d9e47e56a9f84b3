package io.wsclose.bootstrap;

/** The agent behind {@link Recorder}, in a class loader of its own. */
public interface Backend {
  /** A request to open a WebSocket was seen; the attempt is recorded from now on. */
  Connection upgradeRequested(Upgrade upgrade);

  /** Frames were seen on a connection whose opening was not: it was open before the agent came. */
  Connection adopted(Upgrade what);

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
