// SPDX-License-Identifier: Apache-2.0
package io.wsclose.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.configuration.LogTarget;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class DestinationLineTest {
  private final Properties properties = new Properties();
  private final Map<String, String> environment = new HashMap<>();

  @Test
  void sendsOverHttpToTheStandardPortUnlessToldOtherwise() {
    assertThat(describe())
        .isEqualTo(
            "spans to http://localhost:4318 (OTLP, http/protobuf),"
                + " log lines to the application's log");
  }

  @Test
  void signalsOwnSettingsGoFirstAndPropertiesBeforeTheEnvironment() {
    environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", "http://common:4318");
    assertThat(describe()).startsWith("spans to http://common:4318 (OTLP, http/protobuf)");

    environment.put("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://own:4318/v1/traces");
    assertThat(describe()).startsWith("spans to http://own:4318/v1/traces (");

    properties.setProperty("otel.exporter.otlp.traces.endpoint", "https://property:1");
    assertThat(describe()).startsWith("spans to https://property:1 (");
  }

  @Test
  void grpcHasPortOfItsOwn() {
    environment.put("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc");

    assertThat(describe()).startsWith("spans to http://localhost:4317 (OTLP, grpc)");
  }

  @Test
  void saysWhenNoSpansLeave() {
    environment.put("OTEL_TRACES_EXPORTER", "none");
    assertThat(describe()).startsWith("no spans (OTEL_TRACES_EXPORTER=none)");

    environment.put("OTEL_SDK_DISABLED", "true");
    assertThat(describe()).startsWith("no spans (OTEL_SDK_DISABLED)");
  }

  @Test
  void otherAgentsPipelineIsNamed() {
    assertThat(
            new DestinationLine(new OtelSettings(properties, environment))
                .describe(true, LogTarget.STDERR))
        .isEqualTo("spans through the OpenTelemetry Java agent, log lines to standard error");
    assertThat(
            new DestinationLine(new OtelSettings(properties, environment))
                .describe(true, LogTarget.OFF))
        .endsWith(", no log lines");
  }

  @Test
  void credentialsInAddressAreNotShown() {
    environment.put(
        "OTEL_EXPORTER_OTLP_ENDPOINT", "https://user:sec@ret@host/v1/key-secret?token=secret");

    assertThat(describe()).startsWith("spans to https://host/v1/… (");
  }

  private String describe() {
    return new DestinationLine(new OtelSettings(properties, environment))
        .describe(false, LogTarget.APP);
  }
}
