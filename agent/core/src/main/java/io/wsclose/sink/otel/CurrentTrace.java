// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.otel;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.wsclose.record.TraceContext;

/** The span that is current on the calling thread, as the OpenTelemetry Java agent keeps it. */
public final class CurrentTrace {
  private CurrentTrace() {}

  /** None without that agent: the application's own SDK keeps its context where we cannot see. */
  public static TraceContext get() {
    if (!OpenTelemetryAgent.isPresent()) {
      return TraceContext.none();
    }
    try {
      SpanContext current = Span.current().getSpanContext();
      return current.isValid()
          ? TraceContext.of(current.getTraceId(), current.getSpanId(), current.isSampled())
          : TraceContext.none();
    } catch (Throwable e) {
      return TraceContext.none();
    }
  }
}
