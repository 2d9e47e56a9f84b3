// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.otel;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.wsclose.event.CloseEvent;
import io.wsclose.event.CloseEvent.TimedEvent;
import io.wsclose.record.TraceContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A close event as a span. */
final class SpanMapping {
  private final boolean child;

  /**
   * @param child whether the handshake's span becomes the parent; else there is a link to it
   */
  SpanMapping(boolean child) {
    this.child = child;
  }

  /** The span, complete but for its end. */
  Span start(Tracer tracer, CloseEvent event) {
    SpanBuilder builder =
        tracer
            .spanBuilder(event.name())
            .setSpanKind(SpanKind.INTERNAL)
            .setStartTimestamp(event.startNanos(), TimeUnit.NANOSECONDS)
            .setNoParent();
    if (event.handshakeTrace().isPresent()) {
      relate(builder, remote(event.handshakeTrace()));
    }
    // attributes that are there at the start are seen by samplers
    Span span = builder.setAllAttributes(attributes(event.attributes())).startSpan();
    if (event.isError()) {
      span.setStatus(StatusCode.ERROR, event.summary());
    }
    for (TimedEvent timed : event.events()) {
      span.addEvent(
          timed.name(), attributes(timed.attributes()), timed.nanos(), TimeUnit.NANOSECONDS);
    }
    return span;
  }

  private void relate(SpanBuilder builder, SpanContext handshake) {
    if (child) {
      builder.setParent(Context.root().with(Span.wrap(handshake)));
    } else {
      builder.addLink(handshake);
    }
  }

  private static SpanContext remote(TraceContext trace) {
    return SpanContext.createFromRemoteParent(
        trace.traceId(),
        trace.spanId(),
        trace.isSampled() ? TraceFlags.getSampled() : TraceFlags.getDefault(),
        TraceState.getDefault());
  }

  private static Attributes attributes(Map<String, Object> values) {
    AttributesBuilder attributes = Attributes.builder();
    values.forEach((name, value) -> put(attributes, name, value));
    return attributes.build();
  }

  private static void put(AttributesBuilder attributes, String name, Object value) {
    if (value instanceof String) {
      attributes.put(name, (String) value);
    } else if (value instanceof Long) {
      attributes.put(name, (Long) value);
    } else if (value instanceof Double) {
      attributes.put(name, (Double) value);
    } else if (value instanceof Boolean) {
      attributes.put(name, (Boolean) value);
    } else {
      attributes.put(AttributeKey.stringArrayKey(name), strings(value));
    }
  }

  @SuppressWarnings("unchecked") // CloseEvent names the types that an attribute can have
  private static List<String> strings(Object value) {
    return (List<String>) value;
  }
}
