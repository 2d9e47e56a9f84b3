package io.wsclose.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.it.netty.NettyLines;
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
  void theSdkIsNotLoadedBeforeTheFirstEvent(int java) throws Exception {
    try (Service service =
        Service.start(
            NettyLines.netty41().onJava(java),
            program -> program.agent(Layout.agent(), Service.QUICK).option("-verbose:class"))) {
      try (RawPeer peer = RawPeer.open(service.port(), Opening.of("/chat/first"))) {
        peer.echo("hello");
        assertThat(loaded(service, "io.wsclose.")).isNotEmpty();
        assertThat(loaded(service, SDK)).isEmpty();

        peer.send(Frame.close(1000, "")).readToEnd();
      }
      service.awaitCloseSpan("/chat/first");
      service.stop();

      assertThat(loaded(service, SDK)).isNotEmpty();
      assertThat(service.jvm().stderr().lines(line -> line.startsWith("[wsclose]")))
          .anyMatch(
              line -> line.contains("on Java ") && line.contains(service.receiver().endpoint()));
      assertThat(
              service
                  .jvm()
                  .stderr()
                  .lines(line -> line.contains("Exception") || line.contains("Error")))
          .isEmpty();
    }
  }

  private static List<String> loaded(Service service, String prefix) {
    return service
        .jvm()
        .stdout()
        .lines(line -> line.contains("oaded " + prefix) || line.contains("] " + prefix));
  }
}
