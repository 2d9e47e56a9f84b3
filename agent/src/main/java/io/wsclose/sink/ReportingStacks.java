package io.wsclose.sink;

/** Which stacks tell the application how a connection ended. */
public interface ReportingStacks {
  /**
   * @param stack the value of {@code websocket.stack}
   */
  boolean reports(String stack);
}
