// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.emit;

import io.wsclose.event.CloseEvent;

/** Where log lines go. Called on the sink thread alone. */
public interface LogSink {
  /**
   * @param traceId of the event's span; empty if there is none to be found
   */
  void line(CloseEvent event, String traceId);

  /**
   * A line about many ends that have no event of their own.
   *
   * @return false where lines go nowhere, or not yet
   */
  boolean summary(String line);

  /** Called about once a second. */
  void tick();

  /** Writes what is held back, because the JVM is about to end. */
  void flush();
}
