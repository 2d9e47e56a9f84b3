// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.otel;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Builds the SDK from OpenTelemetry's own settings ({@code OTEL_*}, {@code otel.*}). It costs
 * hundreds of milliseconds, so not before the first event.
 */
final class SdkBuilder {
  private static final int DEFAULT_QUEUE = 2048;

  /** With sixteen frames, two exceptions and their stack traces. */
  private static final long BYTES_OF_A_SPAN = 16_384;

  private static final long PART_OF_HEAP = 16;

  private final String version;
  private final ExportWatch watch;
  private int queue = DEFAULT_QUEUE;

  SdkBuilder(String version, Consumer<String> console) {
    this.version = version;
    this.watch = new ExportWatch(console);
  }

  /**
   * @throws RuntimeException if the settings name what is not there
   */
  Telemetry build() {
    AutoConfiguredOpenTelemetrySdk sdk =
        AutoConfiguredOpenTelemetrySdk.builder()
            .setServiceClassLoader(SdkBuilder.class.getClassLoader())
            // ours flushes; and during the JVM's end none can be added, which would fail the build
            .disableShutdownHook()
            .addPropertiesSupplier(SdkBuilder::defaults)
            .addPropertiesCustomizer(SdkBuilder::spansOnly)
            .addResourceCustomizer(ServiceName::complete)
            .addSpanExporterCustomizer(
                (exporter, config) -> {
                  queue = config.getInt("otel.bsp.max.queue.size", DEFAULT_QUEUE);
                  String destination =
                      ExporterAddress.of(config, exporter.getClass().getSimpleName());
                  return new WatchedExporter(
                      Retries.shortened(exporter), watch.exporter(destination));
                })
            .build();
    return new OwnTelemetry(sdk.getOpenTelemetrySdk(), version, watch, limit());
  }

  /**
   * How many spans may be under way: half of the processor's queue, and in a small heap fewer, as
   * long as the collector hangs.
   */
  private long limit() {
    long fitting = Runtime.getRuntime().maxMemory() / PART_OF_HEAP / BYTES_OF_A_SPAN;
    return Math.max(1, Math.min(queue / 2, fitting));
  }

  /** The specification's default protocol, and spans that can be looked for without waiting. */
  private static Map<String, String> defaults() {
    Map<String, String> defaults = new HashMap<>();
    defaults.put("otel.exporter.otlp.protocol", "http/protobuf");
    defaults.put("otel.bsp.schedule.delay", "1000");
    return defaults;
  }

  /** Settings for the application's metrics and logs are not for us: we have none. */
  private static Map<String, String> spansOnly(ConfigProperties config) {
    Map<String, String> forced = new HashMap<>();
    forced.put("otel.metrics.exporter", "none");
    forced.put("otel.logs.exporter", "none");
    forced.put("otel.propagators", "none");
    return forced;
  }
}
