package io.wsclose.startup;

import io.wsclose.configuration.LogTarget;
import io.wsclose.sink.otel.ExporterAddress;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * Says where events go, from OpenTelemetry's settings alone: its classes are not loaded before the
 * first event.
 *
 * <p>System properties go before the environment, the signal's own settings before the common ones,
 * as in OpenTelemetry's specification of environment variables and of the OTLP exporter.
 */
final class DestinationLine {
  private final Properties properties;
  private final Map<String, String> environment;

  DestinationLine(Properties properties, Map<String, String> environment) {
    this.properties = properties;
    this.environment = environment;
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
    if (setting("otel.sdk.disabled").equalsIgnoreCase("true")) {
      return "no spans (OTEL_SDK_DISABLED)";
    }
    String exporter = setting("otel.traces.exporter");
    if (exporter.equals("none")) {
      return "no spans (OTEL_TRACES_EXPORTER=none)";
    }
    if (!exporter.isEmpty() && !exporter.equals("otlp")) {
      return "spans to " + exporter;
    }
    String protocol = first("otel.exporter.otlp.traces.protocol", "otel.exporter.otlp.protocol");
    if (protocol.isEmpty()) {
      protocol = "http/protobuf";
    }
    String endpoint = first("otel.exporter.otlp.traces.endpoint", "otel.exporter.otlp.endpoint");
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

  private String first(String own, String common) {
    String value = setting(own);
    return value.isEmpty() ? setting(common) : value;
  }

  private String setting(String property) {
    String value = properties.getProperty(property);
    if (value == null) {
      value = environment.get(property.toUpperCase(Locale.ROOT).replace('.', '_'));
    }
    return value == null ? "" : value.trim();
  }
}
