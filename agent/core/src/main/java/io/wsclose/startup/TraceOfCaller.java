// SPDX-License-Identifier: Apache-2.0
package io.wsclose.startup;

import io.wsclose.record.TraceContext;
import io.wsclose.sink.otel.CurrentTrace;
import java.util.function.Supplier;

/** The current span of the calling thread; OpenTelemetry is loaded with the first handshake. */
final class TraceOfCaller implements Supplier<TraceContext> {
  @Override
  public TraceContext get() {
    return CurrentTrace.get();
  }
}
