// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.otel;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.wsclose.cause.Cause;
import io.wsclose.event.SampleEvents;
import org.junit.jupiter.api.Test;

class OpenTelemetrySpansTest {
  private final Pipeline bridge = new Pipeline(Sampler.alwaysOn());
  private final Pipeline own = new Pipeline(Sampler.alwaysOn());

  @Test
  void goesThroughTheOtherAgentWhereThereIsOne() {
    OpenTelemetrySpans spans = new OpenTelemetrySpans(false, () -> bridge, () -> own);
    assertThat(spans.span(SampleEvents.of(Cause.PEER_RESET))).hasSize(32);
    assertThat(bridge.exporter.getFinishedSpanItems()).hasSize(1);
    assertThat(own.exporter.getFinishedSpanItems()).isEmpty();
  }

  @Test
  void goesOnByItselfWhenTheOtherAgentIsShutDown() {
    for (boolean child : new boolean[] {false, true}) {
      Pipeline closing = new Pipeline(Sampler.alwaysOn());
      Pipeline instead = new Pipeline(Sampler.alwaysOn());
      OpenTelemetrySpans spans = new OpenTelemetrySpans(child, () -> closing, () -> instead);
      spans.span(SampleEvents.of(Cause.PEER_RESET));
      closing.provider.shutdown();
      assertThat(spans.span(SampleEvents.of(Cause.PEER_RESET))).hasSize(32);
      spans.span(SampleEvents.of(Cause.PEER_RESET));
      assertThat(closing.ended).isEqualTo(1);
      assertThat(instead.exporter.getFinishedSpanItems()).hasSize(2);
    }
  }

  @Test
  void hasItsOwnReadyBeforeTheOtherAgentIsShutDown() {
    int[] built = new int[1];
    OpenTelemetrySpans spans =
        new OpenTelemetrySpans(
            false,
            () -> bridge,
            () -> {
              built[0]++;
              return own;
            });
    spans.prepare();
    spans.prepare();
    spans.span(SampleEvents.of(Cause.PEER_RESET));
    assertThat(bridge.exporter.getFinishedSpanItems()).hasSize(1);
    bridge.provider.shutdown();
    spans.span(SampleEvents.of(Cause.PEER_RESET));
    assertThat(own.exporter.getFinishedSpanItems()).hasSize(1);
    assertThat(built).containsExactly(1);
  }

  @Test
  void anUnsampledSpanHasNoTraceToBeFound() {
    Pipeline off = new Pipeline(Sampler.alwaysOff());
    OpenTelemetrySpans spans = new OpenTelemetrySpans(false, () -> null, () -> off);
    assertThat(spans.span(SampleEvents.of(Cause.PEER_RESET))).isEmpty();
    assertThat(off.ended).as("counts as under way").isZero();
  }

  @Test
  void nothingIsBuiltBeforeTheFirstEvent() {
    OpenTelemetrySpans spans =
        new OpenTelemetrySpans(
            false,
            () -> {
              throw new AssertionError();
            },
            () -> own);
    spans.flush(1);
    assertThat(own.flushed).isFalse();
  }

  private static final class Pipeline implements Telemetry {
    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final SdkTracerProvider provider;
    private int ended;
    private boolean flushed;

    private Pipeline(Sampler sampler) {
      provider =
          SdkTracerProvider.builder()
              .setSampler(sampler)
              .addSpanProcessor(SimpleSpanProcessor.create(exporter))
              .build();
    }

    @Override
    public Tracer tracer() {
      return provider.get("io.wsclose");
    }

    @Override
    public boolean makeRoom() {
      return true;
    }

    @Override
    public void ending() {
      ended++;
    }

    @Override
    public void flush(long nanos) {
      flushed = true;
    }
  }
}
