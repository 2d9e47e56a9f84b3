// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.emit;

import io.wsclose.event.CloseEvent;

/** Where spans go. Called on the sink thread alone, which it may block for a while. */
public interface SpanSink {
  /** Events are about to come, and time is short. */
  void prepare();

  /**
   * Makes the span of one event.
   *
   * @return its trace id, empty if it was not sampled or not made
   */
  String span(CloseEvent event);

  /**
   * Brings out what is still under way, because the JVM is about to end.
   *
   * @param nanos how long that may take
   */
  void flush(long nanos);
}
