// SPDX-License-Identifier: Apache-2.0
package io.wsclose.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttributeMapTest {
  @Test
  void boundsEveryTextAndNeverSplitsACharacter() {
    String smileys = "x" + "\ud83d\ude00".repeat(1000);
    String text = (String) new AttributeMap().text("a", smileys).build().get("a");
    assertThat(text).hasSizeLessThanOrEqualTo(AttributeMap.MAX_TEXT).endsWith("\ude00…");
  }

  @Test
  void boundsListsAndTheirItems() {
    List<String> items = Collections.nCopies(100, "x".repeat(2000));
    Map<String, Object> built = new AttributeMap().list("a", items).build();
    assertThat(built.get("a"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(String.class))
        .hasSize(64)
        .allSatisfy(item -> assertThat(item).hasSize(AttributeMap.MAX_TEXT));
  }

  @Test
  void leavesOutWhatHasNoValue() {
    assertThat(new AttributeMap().text("a", "").list("b", List.of()).build()).isEmpty();
  }
}
