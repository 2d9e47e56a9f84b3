// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.jaeger;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The configuration of a Jaeger 2 that takes OTLP over HTTP, keeps spans in memory, and no more.
 */
final class JaegerConfiguration {
  private static final String YAML =
      """
      service:
        extensions: [jaeger_storage, jaeger_query]
        pipelines:
          traces:
            receivers: [otlp]
            processors: []
            exporters: [jaeger_storage_exporter]
        telemetry:
          metrics:
            level: none
          logs:
            level: warn
      extensions:
        jaeger_query:
          enable_tracing: false
          storage:
            traces: memory
          http:
            endpoint: "%1$s:%2$d"
          grpc:
            endpoint: "%1$s:%3$d"
      %5$s
        jaeger_storage:
          backends:
            memory:
              memory:
                max_traces: 10000
      receivers:
        otlp:
          protocols:
            http:
              endpoint: "%1$s:%4$d"
      exporters:
        jaeger_storage_exporter:
          trace_storage: memory
      """;

  private JaegerConfiguration() {}

  /**
   * @param page a folder with the built web page, in place of the one that the program has in it
   */
  static String yaml(String host, Ports ports, Optional<Path> page) {
    return String.format(
        YAML,
        host,
        ports.query(),
        ports.queryGrpc(),
        ports.otlp(),
        // Jaeger puts file names right behind it
        page.map(folder -> "    ui:\n      assets_path: \"" + folder + "/\"").orElse(""));
  }
}
