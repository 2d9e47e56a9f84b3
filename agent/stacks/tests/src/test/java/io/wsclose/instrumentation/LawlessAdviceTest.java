// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.stack.Hook;
import io.wsclose.stack.WebSocketStack;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.junit.jupiter.api.Test;

/** The rules are not blind. */
class LawlessAdviceTest {
  @Test
  void everyBrokenRuleIsNamed() throws Exception {
    assertThat(violations(Hook.CONSTRUCTOR, "LawlessAdvice"))
        .containsExactlyInAnyOrder(
            "enter does not suppress what it throws",
            "enter refers to io/wsclose/instrumentation/LawlessAdvice",
            "exit would catch what a constructor throws",
            "exit does not suppress what it throws",
            "exit is not static",
            "exit has a lambda or another dynamic call");
  }

  @Test
  void lawfulAdviceIsLeftAlone() throws Exception {
    assertThat(violations("write", "LawlessAdviceTest$Lawful")).isEmpty();
  }

  private static List<String> violations(String method, String advice) throws Exception {
    return AdviceRules.violations(
        new BoundHook(new SampleStack(), Hook.of("acme.ws.Channel", method, 1, advice), 0));
  }

  static final class Lawful {
    private Lawful() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void written(@Advice.Return(readOnly = false) String result) {
      result = result.concat("!");
    }
  }

  private static final class SampleStack implements WebSocketStack {
    @Override
    public String name() {
      return "sample";
    }

    @Override
    public List<String> packages() {
      return List.of("acme.ws.");
    }

    @Override
    public List<Hook> hooks() {
      return List.of();
    }
  }
}
