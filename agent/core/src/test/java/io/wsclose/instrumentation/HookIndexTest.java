// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.instrumentation.sample.SampleStack;
import io.wsclose.stack.Hook;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HookIndexTest {
  private static final String CHANNEL = "io/netty/channel/AbstractChannel";

  private final HookIndex gate =
      new HookIndex(
          List.of(
              SampleStack.with(
                  Hook.of("io.netty.channel.AbstractChannel", "close", 0, "A"),
                  Hook.of("io.netty.channel.AbstractChannel", "write", 1, "B"),
                  Hook.of("io.netty.channel.AbstractChannel$CloseFuture", "set", 0, "C")),
              SampleStack.carrier(Hook.of("sun.nio.ch.SocketChannelImpl", "read", 1, "D"))));

  @Test
  void findsAllHooksOfType() {
    HookMatch match = gate.match(CHANNEL);

    assertThat(match.prefix()).isEmpty();
    assertThat(match.isRelocated()).isFalse();
    assertThat(match.isCarrier()).isFalse();
    assertThat(match.hooks()).extracting(hook -> hook.hook().advice()).containsExactly("A", "B");
    assertThat(match.hooks().get(0).adviceName()).isEqualTo("io.wsclose.instrumentation.sample.A");
  }

  @Test
  void findsRelocatedCopyByTheEndOfItsName() {
    HookMatch match = gate.match("io/grpc/netty/shaded/" + CHANNEL);

    assertThat(match.prefix()).isEqualTo("io/grpc/netty/shaded/");
    assertThat(match.hooks()).hasSize(2);
    assertThat(gate.match("x/io/netty/channel/AbstractChannel$CloseFuture").hooks()).hasSize(1);
  }

  @Test
  void carrierIsKnownAsOne() {
    assertThat(gate.match("sun/nio/ch/SocketChannelImpl").isCarrier()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AbstractChannel",
        "/io/netty/channel/AbstractChannel",
        "shadedio/netty/channel/AbstractChannel",
        "netty/channel/AbstractChannel",
        "io/netty/channel/AbstractChannel$Other",
        "io/netty/channel/AbstractChannelHandler",
        "java/lang/Object",
        ""
      })
  void everyOtherNamePasses(String name) {
    assertThat(gate.match(name)).isNull();
  }
}
