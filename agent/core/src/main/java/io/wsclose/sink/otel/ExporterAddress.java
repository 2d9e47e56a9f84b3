// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.otel;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.wsclose.record.UriText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Where an exporter sends to, as the operator may see it. */
public final class ExporterAddress {
  /** In the paths of OTLP over HTTP and of gateways that take it beside other protocols. */
  private static final List<String> OF_PROTOCOL =
      Arrays.asList("", "/", "/v1", "/traces", "/otlp", "/api");

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
    return shown(config.getString("otel.exporter.otlp.traces.endpoint", common));
  }

  /**
   * A complaint of the SDK about its settings, without what it quotes of them: headers carry
   * tokens.
   */
  static String withoutValues(String complaint) {
    return complaint.replaceAll("\\S*//\\S*", "…").replaceFirst("(?s)=.*", "=…");
  }

  /**
   * An endpoint without user information and query, where credentials travel, and of its path what
   * is the protocol's: some vendors have the API key in it.
   */
  public static String shown(String endpoint) {
    StringBuilder shown = new StringBuilder(UriText.origin(endpoint));
    String path = endpoint.substring(UriText.pathStart(endpoint)).split("[?#]", 2)[0];
    for (String segment : path.split("(?=/)")) {
      boolean known = OF_PROTOCOL.contains(segment);
      shown.append(known ? segment : "/…");
    }
    return shown.toString();
  }
}
