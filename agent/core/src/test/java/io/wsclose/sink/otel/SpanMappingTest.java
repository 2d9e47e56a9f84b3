// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.otel;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.wsclose.cause.Cause;
import io.wsclose.event.CloseEvent;
import io.wsclose.event.SampleEvents;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SpanMappingTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final SdkTracerProvider provider =
      SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(exporter)).build();

  private SpanData span(boolean child, CloseEvent event) {
    new SpanMapping(child)
        .start(provider.get("io.wsclose"), event)
        .end(event.endNanos(), TimeUnit.NANOSECONDS);
    return exporter.getFinishedSpanItems().get(0);
  }

  @Test
  void anAbnormalEndIsAnErrorInATraceOfItsOwn() {
    CloseEvent event = SampleEvents.of(Cause.PROXY_IDLE_TIMEOUT);
    SpanData span = span(false, event);
    assertThat(span.getName()).isEqualTo("websocket close proxy.idle_timeout");
    assertThat(span.getKind()).isEqualTo(SpanKind.INTERNAL);
    assertThat(span.getParentSpanContext().isValid()).isFalse();
    assertThat(span.getTraceId()).isNotEqualTo(TRACE);
    assertThat(span.getLinks().get(0).getSpanContext().getTraceId()).isEqualTo(TRACE);
    assertThat(span.getLinks().get(0).getSpanContext().isRemote()).isTrue();
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(span.getStatus().getDescription()).isEqualTo("summary of proxy.idle_timeout");
    assertThat(span.getStartEpochNanos()).isEqualTo(event.startNanos());
    assertThat(span.getEndEpochNanos()).isEqualTo(event.endNanos());
    assertThat(span.getAttributes().size()).isEqualTo(event.attributes().size());
  }

  @Test
  void attributesKeepTheirTypes() {
    SpanData span = span(false, SampleEvents.of(Cause.PROXY_IDLE_TIMEOUT));
    assertThat(span.getAttributes().get(AttributeKey.longKey("websocket.close.code")))
        .isEqualTo(1006L);
    assertThat(span.getAttributes().get(AttributeKey.booleanKey("websocket.close.clean")))
        .isFalse();
    assertThat(span.getAttributes().get(AttributeKey.stringArrayKey("websocket.close.evidence")))
        .isEqualTo(List.of("first line", "second line"));
    assertThat(span.getEvents().get(0).getEpochNanos())
        .isEqualTo(span.getStartEpochNanos() - 61_000_000_000L);
  }

  @Test
  void anOrderlyEndHasNoStatus() {
    SpanData span = span(false, SampleEvents.of(Cause.PEER_CLEAN_CLOSE));
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
  }

  @Test
  void isAChildOfTheHandshakeWhereAsked() {
    SpanData span = span(true, SampleEvents.of(Cause.PEER_RESET));
    assertThat(span.getTraceId()).isEqualTo(TRACE);
    assertThat(span.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
    assertThat(span.getLinks()).isEmpty();
  }

  @Test
  void theFullestEventFitsTheDefaultLimits() {
    CloseEvent event = SampleEvents.full();
    SpanData span = span(false, event);
    assertThat(event.events()).hasSizeGreaterThan(64 + 20);
    assertThat(span.getTotalRecordedEvents()).isEqualTo(span.getEvents().size());
    assertThat(span.getTotalAttributeCount()).isEqualTo(span.getAttributes().size());
  }
}
