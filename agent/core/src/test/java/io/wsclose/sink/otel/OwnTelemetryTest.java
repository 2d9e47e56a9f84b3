// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.otel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.wsclose.cause.Cause;
import io.wsclose.event.CloseEvent;
import io.wsclose.event.SampleEvents;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OwnTelemetryTest {
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private final ExportWatch watch = new ExportWatch(told::add);
  private final FlakyExporter exporter = new FlakyExporter();
  private final OpenTelemetrySdk sdk =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(
                      BatchSpanProcessor.builder(
                              new WatchedExporter(
                                  exporter, watch.exporter("http://localhost:4318")))
                          .setMaxQueueSize(64)
                          .setMaxExportBatchSize(16)
                          .build())
                  .build())
          .build();
  private final OwnTelemetry telemetry = new OwnTelemetry(sdk, "1", watch, 32);
  private final OpenTelemetrySpans spans =
      new OpenTelemetrySpans(false, () -> null, () -> telemetry);
  private final CloseEvent event = SampleEvents.of(Cause.PEER_RESET);

  @Test
  void aBurstManyTimesTheQueueArrivesWhole() {
    for (int i = 0; i < 5_000; i++) {
      spans.span(event);
    }
    spans.flush(10_000_000_000L);
    assertThat(exporter.arrived).hasValue(5_000);
    assertThat(watch.pending()).isZero();
    assertThat(told).isEmpty();
  }

  @Test
  void anExporterThatFailsIsToldOnceAndBlocksNobody() {
    exporter.failing = true;
    for (int i = 0; i < 500; i++) {
      spans.span(event);
    }
    spans.flush(10_000_000_000L);
    assertThat(told)
        .containsExactly(
            "spans cannot be sent to http://localhost:4318: Connection refused (reported once;"
                + " log lines continue)",
            "500 spans were not sent");
  }

  @Test
  void saysOnceThatItWorksAgain() {
    for (int round = 0; round < 3; round++) {
      exporter.failing = true;
      exportOne();
      exporter.failing = false;
      exportOne();
    }
    assertThat(told).hasSize(2).endsWith("spans are sent again, 1 were lost");
  }

  @Test
  void whatFindsNoRoomIsCounted() {
    exporter.failing = true;
    exportOne();
    exporter.gate.drainPermits();
    int made = 0;
    for (int i = 0; i < 100; i++) {
      made += spans.span(event).isEmpty() ? 0 : 1;
    }
    assertThat(made).isEqualTo(32);
    exporter.gate.release(1_000);
    spans.flush(10_000_000_000L);
    assertThat(told).hasSize(2).endsWith("101 spans were not sent");
  }

  /** A flush right after another may be answered with the result of that one. */
  private void exportOne() {
    spans.span(event);
    await()
        .until(
            () -> {
              sdk.getSdkTracerProvider().forceFlush().join(10, TimeUnit.SECONDS);
              return watch.pending() == 0;
            });
  }

  private static final class FlakyExporter implements SpanExporter {
    private final AtomicInteger arrived = new AtomicInteger();
    private final Semaphore gate = new Semaphore(100_000);
    private volatile boolean failing;

    @Override
    public CompletableResultCode export(Collection<SpanData> batch) {
      gate.acquireUninterruptibly();
      if (failing) {
        return CompletableResultCode.ofExceptionalFailure(
            new IllegalStateException(new ConnectException("Connection refused")));
      }
      arrived.addAndGet(batch.size());
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }
}
