// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.otel;

import io.opentelemetry.api.trace.Tracer;

/** A pipeline that spans leave through, and how fast it may be fed. For the sink thread. */
interface Telemetry {
  Tracer tracer();

  /**
   * Makes room for one more span, for which it may block a while.
   *
   * @return false if there is none to be had: the span is lost
   */
  boolean makeRoom();

  /** A sampled span is about to be ended. */
  void ending();

  /**
   * @param nanos how long it may take
   */
  void flush(long nanos);
}
