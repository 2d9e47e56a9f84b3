// SPDX-License-Identifier: Apache-2.0
package io.wsclose.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.configuration.LogTarget;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplerLineTest {
  private final Map<String, String> environment = new HashMap<>();

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "always_on, ''",
    "parentbased_always_on, ''",
    "traceidratio, ''",
    "traceidratio, 1.0",
    "parentbased_traceidratio, 1",
    "traceidratio, abc"
  })
  void saysNothingWhereAllAreKept(String sampler, String argument) {
    sampledBy(sampler, argument);

    assertThat(describe(false)).isEmpty();
  }

  @Test
  void saysTheShareThatIsKept() {
    sampledBy("parentbased_traceidratio", "0.1");
    assertThat(describe(false))
        .isEqualTo(
            "OTEL_TRACES_SAMPLER=parentbased_traceidratio (0.1): about 10 % of events leave a span;"
                + " all leave a log line; to keep all set"
                + " OTEL_TRACES_SAMPLER=parentbased_always_on");

    sampledBy("traceidratio", "0.001");
    assertThat(describe(false)).contains("(0.001): about 0.1 % of events leave a span;");

    sampledBy("traceidratio", "0");
    assertThat(describe(false)).contains(": no event leaves a span;");

    sampledBy("PARENTBASED_always_off", "");
    assertThat(describe(false)).contains(": no event leaves a span;");

    sampledBy("jaeger_remote", "endpoint=http://x");
    assertThat(describe(false))
        .startsWith("OTEL_TRACES_SAMPLER=jaeger_remote: some events leave no span;");
  }

  @Test
  void aChildFollowsItsHandshake() {
    assertThat(describe(true))
        .isEqualTo(
            "an event whose handshake was not sampled leaves no span (span.parent=child);"
                + " all leave a log line; to keep all set span.parent=link");

    sampledBy("parentbased_traceidratio", "0.5");
    assertThat(describe(true))
        .isEqualTo(
            "OTEL_TRACES_SAMPLER=parentbased_traceidratio (0.5): about 50 % of events leave a span,"
                + " and an event whose handshake was not sampled leaves no span"
                + " (span.parent=child); all leave a log line; to keep all set"
                + " OTEL_TRACES_SAMPLER=parentbased_always_on and span.parent=link");

    sampledBy("always_on", "");
    assertThat(describe(true)).isEmpty();
  }

  @Test
  void promisesNoLogLineWhereThereIsNone() {
    sampledBy("always_off", "");

    assertThat(
            new SamplerLine(new OtelSettings(new Properties(), environment))
                .describe(false, LogTarget.OFF))
        .isEqualTo(
            "OTEL_TRACES_SAMPLER=always_off: no event leaves a span; to keep all set"
                + " OTEL_TRACES_SAMPLER=parentbased_always_on");
  }

  private void sampledBy(String sampler, String argument) {
    environment.put("OTEL_TRACES_SAMPLER", sampler);
    environment.put("OTEL_TRACES_SAMPLER_ARG", argument);
  }

  private String describe(boolean child) {
    return new SamplerLine(new OtelSettings(new Properties(), environment))
        .describe(child, LogTarget.APP);
  }
}
