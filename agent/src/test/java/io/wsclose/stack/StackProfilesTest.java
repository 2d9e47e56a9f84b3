// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** What the stacks in service say of themselves. */
class StackProfilesTest {
  private final List<WebSocketStack> stacks =
      ServiceLoader.load(WebSocketStack.class).stream().map(ServiceLoader.Provider::get).toList();

  @Test
  void linesHaveDifferentNames() {
    assertThat(stacks).extracting(WebSocketStack::line).doesNotHaveDuplicates();
  }

  @Test
  void linesOfOneStackNameDifferentSettings() {
    assertThat(stacks)
        .filteredOn(stack -> stack.name().equals("jetty"))
        .hasSize(2)
        .extracting(stack -> stack.profile().messageSizeSetting())
        .doesNotHaveDuplicates();
  }
}
