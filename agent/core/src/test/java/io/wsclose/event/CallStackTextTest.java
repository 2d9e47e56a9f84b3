// SPDX-License-Identifier: Apache-2.0
package io.wsclose.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallStackTextTest {
  @Test
  void joinsLongRunsOfOneLibrary() {
    List<StackTraceElement> calls =
        IntStream.range(0, 6).mapToObj(i -> call("org.web.socket.Session" + i)).toList();

    assertThat(CallStackText.of(calls, Optional.empty()))
        .isEqualTo("\tat org.web.socket.Session0.call(Source.java:1)\n\t... 5 calls of org.web\n");
  }

  @Test
  void showsShortRunsWhole() {
    List<StackTraceElement> calls =
        List.of(call("org.web.A"), call("org.web.B"), call("org.web.C"), call("com.acme.Chat"));

    assertThat(CallStackText.of(calls, Optional.empty()).lines()).hasSize(4);
  }

  @Test
  void saysHowManyCallsItLeavesOut() {
    List<StackTraceElement> calls =
        IntStream.range(0, 20).mapToObj(i -> call("org.web" + i + ".socket.Session")).toList();

    assertThat(CallStackText.of(calls, Optional.empty()).lines())
        .hasSize(13)
        .last()
        .isEqualTo("\t... 8 more");
  }

  private static StackTraceElement call(String type) {
    return new StackTraceElement(type, "call", "Source.java", 1);
  }
}
