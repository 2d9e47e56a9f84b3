package io.wsclose.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.it.program.TomcatChat;
import io.wsclose.it.service.Layout;
import io.wsclose.it.service.Service;
import io.wsclose.it.service.StackLine;
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
    List<Path> classPath = new ArrayList<>(Layout.lib("tomcat-10.1"));
    classPath.add(Layout.testClasses());
    StackLine tomcat =
        StackLine.of("Tomcat 10.1", "tomcat", "", classPath, TomcatChat.class.getName());
    try (Service service = Service.start(tomcat)) {
      try (RawPeer peer = RawPeer.open(service.port(), Opening.of("/chat"))) {
        peer.echo("hello");
      }
      String line = service.jvm().stderr().await("Tomcat WebSocket", Service.PATIENCE);

      assertThat(line).startsWith("[wsclose] ").contains("not covered");
    }
  }
}
