// SPDX-License-Identifier: Apache-2.0
package io.wsclose.startup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenTelemetryAgentSearchTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-javaagent:opentelemetry-javaagent.jar",
        "-Xmx1g -javaagent:/opt/wsclose.jar=frames=1 -javaagent:/opt/opentelemetry-javaagent-2.jar=a -x",
        "-javaagent:/opt/aws-opentelemetry-agent.jar"
      })
  void isKnownByTheNameOfItsFile(String options) {
    assertThat(OpenTelemetryAgentSearch.isNamedIn(options, ' ')).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-javaagent:/opt/wsclose.jar",
        "-javaagent:/opt/opentelemetry/wsclose.jar",
        "-javaagent:/opt/wsclose.jar=config=/etc/opentelemetry.properties",
        "-javaagent:/opt/wsclose.jar -cp opentelemetry-api.jar",
        "-agentpath:/opt/opentelemetry.so"
      })
  void otherMentionsOfTheWordAreNone(String options) {
    assertThat(OpenTelemetryAgentSearch.isNamedIn(options, ' ')).isFalse();
  }
}
