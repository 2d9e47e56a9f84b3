// SPDX-License-Identifier: Apache-2.0
package io.wsclose.startup;

import io.wsclose.configuration.LogTarget;
import io.wsclose.sink.otel.ExporterAddress;

/**
 * Says where events go, from OpenTelemetry's settings alone: its classes are not loaded before the
 * first event. The signal's own settings go before the common ones, as in the specification of the
 * OTLP exporter.
 */
final class DestinationLine {
  private final OtelSettings settings;

  DestinationLine(OtelSettings settings) {
    this.settings = settings;
  }

  /**
   * @param otherAgent whether the OpenTelemetry Java agent is in this JVM, or will be
   */
  String describe(boolean otherAgent, LogTarget log) {
    return (otherAgent ? "spans through the OpenTelemetry Java agent" : spans())
        + ", "
        + lines(log);
  }

  private String spans() {
    if (settings.get("otel.sdk.disabled").equalsIgnoreCase("true")) {
      return "no spans (OTEL_SDK_DISABLED)";
    }
    String exporter = settings.get("otel.traces.exporter");
    if (exporter.equals("none")) {
      return "no spans (OTEL_TRACES_EXPORTER=none)";
    }
    if (!exporter.isEmpty() && !exporter.equals("otlp")) {
      return "spans to " + exporter;
    }
    String protocol =
        settings.first("otel.exporter.otlp.traces.protocol", "otel.exporter.otlp.protocol");
    if (protocol.isEmpty()) {
      protocol = "http/protobuf";
    }
    String endpoint =
        settings.first("otel.exporter.otlp.traces.endpoint", "otel.exporter.otlp.endpoint");
    if (endpoint.isEmpty()) {
      endpoint = protocol.equals("grpc") ? "http://localhost:4317" : "http://localhost:4318";
    }
    return "spans to " + ExporterAddress.shown(endpoint) + " (OTLP, " + protocol + ")";
  }

  private static String lines(LogTarget log) {
    switch (log) {
      case OFF:
        return "no log lines";
      case STDERR:
        return "log lines to standard error";
      default:
        return "log lines to the application's log";
    }
  }
}
