// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.it.program.JavaWebSocketChat;
import io.wsclose.it.service.Layout;
import io.wsclose.it.service.Service;
import io.wsclose.it.service.StackUnderTest;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A WebSocket stack that is there but not covered is named, and left alone. */
class UncoveredStackIT {
  @Test
  void namedAloud() throws Exception {
    List<Path> classPath = new ArrayList<>(Layout.lib("java-websocket"));
    classPath.add(Layout.testClasses());
    StackUnderTest uncovered =
        StackUnderTest.of(
            "Java-WebSocket", "java-websocket", "", classPath, JavaWebSocketChat.class.getName());
    try (Service service = Service.start(uncovered)) {
      try (RawPeer peer = RawPeer.open(service.port(), Opening.of("/chat"))) {
        peer.echo("hello");
      }
      String line = service.jvm().stderr().await("Java-WebSocket", Service.PATIENCE);

      assertThat(line).startsWith("[wsclose] ").contains("not covered");
    }
  }
}
