// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CauseTest {
  @Test
  void localIsWhatIsNamedSo() {
    assertThat(ids(Cause::isLocal)).isEqualTo(ids(cause -> cause.id().startsWith("local.")));
  }

  @Test
  void ofProtocolCausesAllAreRefusalsButThePeersOwn() {
    assertThat(ids(Cause::isRefusalOfFrames))
        .isEqualTo(
            ids(
                cause ->
                    cause.id().startsWith("protocol.") && cause != Cause.PROTOCOL_PEER_REJECTED_US))
        .hasSize(3);
  }

  @Test
  void idsAreTheNamesOfTheConstants() {
    assertThat(ids(cause -> true)).doesNotHaveDuplicates();
    assertThat(Cause.values())
        .allMatch(cause -> cause.id().replace('.', '_').equalsIgnoreCase(cause.name()));
  }

  private static List<String> ids(Predicate<Cause> which) {
    return Arrays.stream(Cause.values()).filter(which).map(Cause::id).collect(Collectors.toList());
  }
}
