// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.otel;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.common.export.RetryPolicy;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;

/**
 * How long an exporter tries. The SDK's own policy takes about ten seconds to admit that nobody
 * listens: too long for a warning, and longer than the end of a JVM may be held up.
 */
final class Retries {
  private static final RetryPolicy SHORT =
      RetryPolicy.builder()
          .setMaxAttempts(3)
          .setInitialBackoff(Duration.ofMillis(300))
          .setMaxBackoff(Duration.ofMillis(600))
          .build();

  private Retries() {}

  static SpanExporter shortened(SpanExporter exporter) {
    if (exporter instanceof OtlpHttpSpanExporter) {
      return ((OtlpHttpSpanExporter) exporter).toBuilder().setRetryPolicy(SHORT).build();
    }
    if (exporter instanceof OtlpGrpcSpanExporter) {
      return ((OtlpGrpcSpanExporter) exporter).toBuilder().setRetryPolicy(SHORT).build();
    }
    return exporter;
  }
}
