// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.otel;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.wsclose.event.CloseEvent;
import io.wsclose.sink.emit.SpanSink;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Spans through the OpenTelemetry Java agent where it is there, else through an SDK of our own that
 * is built at the first event and never registered globally.
 */
public final class OpenTelemetrySpans implements SpanSink {
  private final SpanMapping mapping;
  private final Supplier<Telemetry> bridge;
  private final Supplier<Telemetry> own;
  private Telemetry telemetry;
  private Telemetry standby;
  private boolean bridged;

  /**
   * @param child whether the handshake's span becomes the parent; else there is a link to it
   * @param version of the instrumentation scope
   */
  public OpenTelemetrySpans(boolean child, String version, Consumer<String> console) {
    this(
        child,
        new Supplier<Telemetry>() {
          @Override
          public Telemetry get() {
            return OpenTelemetryAgent.isPresent() ? new AgentTelemetry(version) : null;
          }
        },
        new Supplier<Telemetry>() {
          @Override
          public Telemetry get() {
            return build(version, console);
          }
        });
  }

  /**
   * @param bridge null where there is nothing to bridge to
   */
  OpenTelemetrySpans(boolean child, Supplier<Telemetry> bridge, Supplier<Telemetry> own) {
    this.mapping = new SpanMapping(child);
    this.bridge = bridge;
    this.own = own;
  }

  private static Telemetry build(String version, Consumer<String> console) {
    return new RetriedTelemetry(
        () -> {
          FileDescriptors.ensureSomeLeft();
          return new SdkBuilder(version, console).build();
        },
        console,
        System::nanoTime);
  }

  @Override
  public void prepare() {
    open();
    if (bridged && standby == null) {
      // that agent's shutdown hook runs beside ours and closes its pipeline at once
      standby = own.get();
    }
  }

  private void open() {
    if (telemetry == null) {
      telemetry = bridge.get();
      bridged = telemetry != null;
      telemetry = bridged ? telemetry : own.get();
    }
  }

  @Override
  public String span(CloseEvent event) {
    open();
    SpanContext made = make(event);
    if (bridged && !isNew(made, event)) {
      // that agent is switched off, or its own shutdown hook was faster than our last events
      bridged = false;
      telemetry = standby == null ? own.get() : standby;
      made = make(event);
    }
    return isNew(made, event) && made.isSampled() ? made.getTraceId() : "";
  }

  private SpanContext make(CloseEvent event) {
    if (!telemetry.makeRoom()) {
      return SpanContext.getInvalid();
    }
    Span span = mapping.start(telemetry.tracer(), event);
    if (isNew(span.getSpanContext(), event) && span.getSpanContext().isSampled()) {
      telemetry.ending();
    }
    span.end(event.endNanos(), TimeUnit.NANOSECONDS);
    return span.getSpanContext();
  }

  /** A tracer that is shut down hands out its parent in place of a span. */
  private static boolean isNew(SpanContext context, CloseEvent event) {
    return context.isValid() && !context.getSpanId().equals(event.handshakeTrace().spanId());
  }

  @Override
  public void flush(long nanos) {
    if (telemetry != null) {
      telemetry.flush(nanos);
    }
  }
}
