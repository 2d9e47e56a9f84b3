// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.stack.Hook;
import io.wsclose.stack.WebSocketStack;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What holds for advice, read from the class files of the lines on the class path. */
class AdviceRulesTest {
  @TestFactory
  List<DynamicTest> adviceKeepsTheRules() {
    List<String> console = new ArrayList<>();
    List<WebSocketStack> stacks = Stacks.load(getClass().getClassLoader(), console::add);
    assertThat(console).isEmpty();
    assertThat(stacks).isNotEmpty();
    List<DynamicTest> tests = new ArrayList<>();
    for (WebSocketStack stack : stacks) {
      for (Hook hook : stack.hooks()) {
        tests.add(test(stack, hook));
      }
    }
    return tests;
  }

  private static DynamicTest test(WebSocketStack stack, Hook hook) {
    return DynamicTest.dynamicTest(
        stack.name() + " " + hook + " " + hook.advice(),
        () -> assertThat(AdviceRules.violations(new BoundHook(stack, hook, 0))).isEmpty());
  }
}
