package io.wsclose.sink.otel;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import java.util.Locale;

/** Where an exporter sends to, as the operator may see it. */
final class ExporterAddress {
  private ExporterAddress() {}

  /**
   * @param exporter simple name of its class
   */
  static String of(ConfigProperties config, String exporter) {
    String name = exporter.toLowerCase(Locale.ROOT);
    if (!name.contains("otlp")) {
      return exporter;
    }
    String fallback = name.contains("grpc") ? "http://localhost:4317" : "http://localhost:4318";
    String common = config.getString("otel.exporter.otlp.endpoint", fallback);
    return bare(config.getString("otel.exporter.otlp.traces.endpoint", common));
  }

  /**
   * A complaint of the SDK about its settings, without what it quotes of them: headers carry
   * tokens.
   */
  static String withoutValues(String complaint) {
    return complaint.replaceAll("//[^/@\\s]*@", "//").replaceFirst("(?s)=.*", "=…");
  }

  /** Without user information and query, where credentials travel. */
  private static String bare(String uri) {
    return uri.replaceFirst("//[^/@]*@", "//").replaceFirst("[?#].*", "");
  }
}
