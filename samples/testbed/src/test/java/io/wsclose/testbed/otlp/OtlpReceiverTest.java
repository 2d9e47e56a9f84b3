// SPDX-License-Identifier: Apache-2.0
package io.wsclose.testbed.otlp;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.export.RetryPolicy;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.wsclose.testbed.otlp.OtlpReceiver.Mode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpReceiverTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private OtlpReceiver receiver;

  @BeforeEach
  void start() throws Exception {
    receiver = OtlpReceiver.start();
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "gzip"})
  void readsWhatTheSdkExports(String compression) {
    try (SdkTracerProvider sdk = sdk(compression)) {
      Span span =
          sdk.get("scope", "1.2")
              .spanBuilder("websocket close")
              .setNoParent()
              .setSpanKind(SpanKind.INTERNAL)
              .startSpan();
      span.setAttribute("text", "a").setAttribute("number", 7).setAttribute("clean", true);
      span.setAttribute(AttributeKey.stringArrayKey("list"), List.of("x", "y"));
      span.addEvent("frame").setStatus(StatusCode.ERROR, "why");
      span.end();
    }

    ReceivedSpan received = receiver.await(1, span -> true, PATIENCE).get(0);

    assertThat(received.name()).isEqualTo("websocket close");
    assertThat(received.kind()).isEqualTo("INTERNAL");
    assertThat(received.parentSpanId()).isEmpty();
    assertThat(received.attributes())
        .isEqualTo(Map.of("text", "a", "number", 7L, "clean", true, "list", List.of("x", "y")));
    assertThat(received.events("frame")).hasSize(1);
    assertThat(received.status()).isEqualTo(new ReceivedSpan.Status("ERROR", "why"));
    assertThat(received.scope()).isEqualTo("scope");
    assertThat(received.scopeVersion()).isEqualTo("1.2");
    assertThat(received.resource()).containsKey("service.name");
    assertThat(received.end()).isAfterOrEqualTo(received.start());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UNAVAILABLE", "CLOSE"})
  void failsOnRequest(String mode) {
    receiver.mode(Mode.valueOf(mode));
    try (SdkTracerProvider sdk = sdk("none")) {
      sdk.get("scope").spanBuilder("lost").startSpan().end();
    }

    assertThat(receiver.requests()).isPositive();
    assertThatThrownBy(() -> receiver.await(1, span -> true, Duration.ofMillis(1)))
        .hasMessageContaining("received 0");
  }

  @Test
  void hangsUntilTold() {
    receiver.mode(Mode.HANG);
    try (SdkTracerProvider sdk = sdk("none")) {
      sdk.get("scope").spanBuilder("late").startSpan().end();
      assertThat(receiver.spans()).isEmpty();
      receiver.mode(Mode.ACCEPT);
      receiver.await(1, span -> span.name().equals("late"), PATIENCE);
    }
  }

  private SdkTracerProvider sdk(String compression) {
    OtlpHttpSpanExporter exporter =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(receiver.endpoint() + "/v1/traces")
            .setCompression(compression)
            .setTimeout(10, SECONDS)
            .setRetryPolicy(RetryPolicy.builder().setMaxAttempts(2).build())
            .build();
    return SdkTracerProvider.builder()
        .addSpanProcessor(SimpleSpanProcessor.create(exporter))
        .build();
  }
}
