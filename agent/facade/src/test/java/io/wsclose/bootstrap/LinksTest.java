// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinksTest {
  private final WeakIdentityMap<Connection> map = new WeakIdentityMap<>();
  private final Object channel = new Object();
  private final Object session = new Object();
  private final SeenConnection first = new SeenConnection();
  private final SeenConnection second = new SeenConnection();

  @Test
  void abandonsAConnectionWhoseOnlyKeyIsTakenOver() {
    Links.link(map, channel, first);
    Links.link(map, channel, second);

    assertThat(first.seen).containsExactly("abandoned");
    assertThat(second.seen).isEmpty();
    assertThat(map.get(channel)).isSameAs(second);
  }

  @Test
  void keepsAConnectionForWhichAnotherKeyStands() {
    Links.link(map, channel, first);
    Links.link(map, session, first);
    Links.link(map, channel, second);
    assertThat(first.seen).isEmpty();

    Links.link(map, session, second);
    assertThat(first.seen).containsExactly("abandoned");
  }

  @Test
  void linkingTheSameKeyAgainChangesNothing() {
    Links.link(map, channel, first);
    Links.link(map, channel, first);
    assertThat(first.seen).isEmpty();

    Links.link(map, channel, second);
    assertThat(first.seen).containsExactly("abandoned");
  }

  @Test
  void abandonsAConnectionWhoseKeyCannotBeStored() {
    // as if the map threw, which it does when there is no memory to grow
    assertThatThrownBy(() -> Links.link(null, channel, first))
        .isInstanceOf(NullPointerException.class);
    assertThat(first.seen).containsExactly("abandoned");
  }

  @Test
  void abandonsAConnectionWithTheLastOfItsKeysToBeCollected() {
    List<Object> keys = new ArrayList<>(List.of(new Object(), new Object()));
    keys.forEach(key -> Links.link(map, key, first));
    keys.remove(0);
    collect();
    assertThat(first.seen).isEmpty();

    keys.clear();
    for (int i = 0; i < 100 && first.seen.isEmpty(); i++) {
      collect();
    }
    assertThat(first.seen).containsExactly("abandoned");
    assertThat(Collections.frequency(first.seen, "abandoned")).isOne();
  }

  private void collect() {
    System.gc();
    Links.free(map, 100);
  }
}
