// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {
  private static final String IDS = "0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331";

  @Test
  void parses() {
    TraceContext context = TraceContext.parse("00-" + IDS + "-01");
    assertThat(context.isPresent()).isTrue();
    assertThat(context.traceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    assertThat(context.spanId()).isEqualTo("b7ad6b7169203331");
    assertThat(context.isSampled()).isTrue();
    assertThat(TraceContext.parse("00-" + IDS + "-00").isSampled()).isFalse();
  }

  @Test
  void aFutureVersionMayCarryMore() {
    assertThat(TraceContext.parse("cc-" + IDS + "-01-what-else").isPresent()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00-" + IDS,
        "ff-" + IDS + "-01",
        "00-" + IDS + "-01-more",
        "00-" + IDS + "-01, 00-" + IDS + "-01",
        "cc-" + IDS + "-01more",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "00-0AF7651916CD43DD8448EB211C80319C-B7AD6B7169203331-01"
      })
  void malformedIsNone(String header) {
    assertThat(TraceContext.parse(header).isPresent()).isFalse();
  }
}
