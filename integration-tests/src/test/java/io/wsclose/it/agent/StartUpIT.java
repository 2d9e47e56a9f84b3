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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The agent on every Java that is at hand: it starts, works, and loads no more than it must. */
class StartUpIT {
  private static final String SDK = "io.opentelemetry.sdk.";

  @ParameterizedTest(name = "Java {0}")
  @ValueSource(ints = {8, 11, 17, 21, 25})
  void saysWhatItIsAndWhereEventsGo(int java) throws Exception {
    try (Service service = Service.start(NettyVersions.netty41().onJava(java))) {
      try (RawPeer peer = RawPeer.open(service.port(), Opening.of("/chat/first"))) {
        peer.echo("hello").send(Frame.close(1000, "")).readToEnd();
      }
      service.awaitCloseSpan("/chat/first");
      service.jvm().stderr().await(" hooks bound", Service.PATIENCE);
      service.stop();

      String endpoint = service.receiver().endpoint();
      List<String> lines = service.jvm().stderr().lines(line -> line.startsWith("[wsclose] "));
      assertThat(lines)
          .anyMatch(line -> line.contains(" on Java ") && line.contains(endpoint))
          .anyMatch(line -> line.contains("netty " + service.line().version() + ": "))
          .noneMatch(line -> line.contains("Exception") || line.contains("Error"));
    }
  }

  @ParameterizedTest(name = "Java {0}")
  @ValueSource(ints = {8, 11, 17, 21, 25})
  void theSdkIsNotLoadedBeforeTheFirstEvent(int java) throws Exception {
    // not on standard output, where it would run into the lines of the service
    String[] verbose =
        java == 8
            ? new String[] {"-verbose:class", "-XX:+DisplayVMOutputToStderr"}
            : new String[] {"-Xlog:class+load:stderr"};
    try (Service service =
        Service.start(
            NettyVersions.netty41().onJava(java),
            program -> {
              List.of(verbose).forEach(program::option);
              return program.agent(Layout.agent(), Service.QUICK);
            })) {
      try (RawPeer peer = RawPeer.open(service.port(), Opening.of("/chat/first"))) {
        peer.echo("hello");
        assertThat(loaded(service, "io.wsclose.")).isNotEmpty();
        assertThat(loaded(service, SDK)).isEmpty();

        peer.send(Frame.close(1000, "")).readToEnd();
      }
      service.awaitCloseSpan("/chat/first");
      service.stop();

      assertThat(loaded(service, SDK)).isNotEmpty();
    }
  }

  /** Lines are {@code [Loaded name from ...} on Java 8 and {@code [...] name source: ...} later. */
  private static List<String> loaded(Service service, String prefix) {
    return service
        .jvm()
        .stderr()
        .lines(line -> line.contains("oaded " + prefix) || line.contains("] " + prefix));
  }
}
