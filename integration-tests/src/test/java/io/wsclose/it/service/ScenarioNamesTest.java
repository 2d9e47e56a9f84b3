// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioNamesTest {
  private final StackUnderTest stack = StackUnderTest.of("a", "a", "1", List.of(), "Main");

  @Test
  void acceptsNamesOfScenarios() {
    StackUnderTest limited = stack.cannot("drop", "no such call").differs("kick", usual -> usual);

    assertThat(limited.whyNot("drop")).contains("no such call");
  }

  @Test
  void rejectsScenarioThatCannotHappenAndDoesNotExist() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stack.cannot("dorp", "no such call"))
        .withMessageContaining("dorp");
  }

  @Test
  void rejectsScenarioThatDiffersAndDoesNotExist() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stack.differs("kcik", usual -> usual))
        .withMessageContaining("kcik");
  }
}
