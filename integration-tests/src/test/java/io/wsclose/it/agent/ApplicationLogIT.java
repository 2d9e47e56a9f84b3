// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.it.netty.NettyVersions;
import io.wsclose.it.service.Layout;
import io.wsclose.it.service.Service;
import io.wsclose.testbed.peer.Frame;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An application that has SLF4J finds the lines in its own log. */
class ApplicationLogIT {
  @Test
  void linesGoToTheApplicationsLog() throws Exception {
    try (Service service =
        Service.start(
            NettyVersions.netty42(),
            Layout.lib("logback"),
            program -> program.agent(Layout.agent(), Service.QUICK))) {
      try (RawPeer peer = RawPeer.open(service.port(), Opening.of("/chat/orderly"))) {
        peer.echo("hello").send(Frame.close(1000, "")).readToEnd();
      }
      try (RawPeer peer = RawPeer.open(service.port(), Opening.of("/chat/abnormal"))) {
        peer.echo("hello").halfClose().awaitEnd();
      }
      service.awaitCloseSpan("/chat/orderly");
      service.awaitCloseSpan("/chat/abnormal");
      service.stop();

      assertThat(logged(service, "/chat/orderly")).singleElement().asString().contains("INFO");
      assertThat(logged(service, "/chat/abnormal")).singleElement().asString().contains("WARN");
      assertThat(service.jvm().stderr().lines(line -> line.contains("websocket closed ")))
          .isEmpty();
    }
  }

  private static List<String> logged(Service service, String path) {
    return service
        .jvm()
        .stdout()
        .lines(
            line ->
                line.contains("io.wsclose.close")
                    && line.contains("websocket closed ")
                    && line.contains(path + " "));
  }
}
