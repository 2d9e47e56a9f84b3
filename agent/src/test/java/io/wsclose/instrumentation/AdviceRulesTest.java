package io.wsclose.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.instrumentation.sample.SampleStack;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What holds for advice, read from the class files of all stacks in service. */
class AdviceRulesTest {
  private static final String CHANNEL = "acme.ws.Channel";

  @TestFactory
  List<DynamicTest> adviceOfEveryStackKeepsTheRules() {
    List<String> console = new ArrayList<>();
    List<Stack> stacks = Stacks.load(getClass().getClassLoader(), console::add);
    assertThat(console).isEmpty();
    List<DynamicTest> tests = new ArrayList<>();
    tests.add(test(SampleStack.with(), Hook.of(CHANNEL, "write", 1, "WriteAdvice")));
    for (Stack stack : stacks) {
      for (Hook hook : stack.hooks()) {
        tests.add(test(stack, hook));
      }
    }
    return tests;
  }

  @Test
  void rulesAreNotBlind() throws Exception {
    Hook hook = Hook.of(CHANNEL, Hook.CONSTRUCTOR, 1, "LawlessAdvice");

    assertThat(AdviceRules.violations(new StackHook(SampleStack.with(), hook, 0)))
        .containsExactlyInAnyOrder(
            "enter does not suppress what it throws",
            "enter refers to io/wsclose/instrumentation/sample/LawlessAdvice",
            "exit would catch what a constructor throws",
            "exit does not suppress what it throws",
            "exit is not static",
            "exit has a lambda or another dynamic call");
  }

  private static DynamicTest test(Stack stack, Hook hook) {
    return DynamicTest.dynamicTest(
        stack.name() + " " + hook + " " + hook.advice(),
        () -> assertThat(AdviceRules.violations(new StackHook(stack, hook, 0))).isEmpty());
  }
}
