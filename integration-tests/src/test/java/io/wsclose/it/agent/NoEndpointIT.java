package io.wsclose.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.it.netty.NettyLines;
import io.wsclose.it.service.Layout;
import io.wsclose.it.service.Service;
import io.wsclose.testbed.otlp.OtlpReceiver;
import io.wsclose.testbed.peer.Frame;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody takes the spans: the operator is told once, and the log goes on. */
class NoEndpointIT {
  private static final int CONNECTIONS = 5;

  @Test
  void nothingListens() throws Exception {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    try (Service service =
        Service.start(
            NettyLines.netty42(),
            program ->
                program
                    .agent(Layout.agent(), Service.QUICK)
                    .property("otel.exporter.otlp.endpoint", "http://127.0.0.1:" + closed))) {
      assertToldOnce(service);
    }
  }

  @Test
  void theEndpointFails() throws Exception {
    try (Service service = Service.start(NettyLines.netty42())) {
      service.receiver().mode(OtlpReceiver.Mode.CLOSE);
      assertToldOnce(service);
    }
  }

  private static void assertToldOnce(Service service) {
    for (int i = 0; i < CONNECTIONS; i++) {
      String path = "/chat/" + i;
      try (RawPeer peer = RawPeer.open(service.port(), Opening.of(path))) {
        peer.echo("hello").send(Frame.close(1000, "")).readToEnd();
      }
      service.jvm().stderr().await("websocket closed 1000 peer.clean_close", Service.PATIENCE);
      service
          .jvm()
          .stderr()
          .await(
              line -> line.contains("websocket closed ") && line.contains(path + " "),
              path,
              Service.PATIENCE);
    }
    service.stop();

    List<String> others =
        service.jvm().stderr().lines().stream()
            .filter(line -> !line.contains("websocket closed "))
            .filter(line -> !isSelfCheck(line) && !isJvmsOwn(line))
            .toList();
    assertThat(others).hasSize(1);
    assertThat(others.get(0)).startsWith("[wsclose] ").contains("127.0.0.1:");
  }

  private static boolean isSelfCheck(String line) {
    return line.contains(" on Java ") || line.contains("netty 4.") || line.contains("hooks");
  }

  private static boolean isJvmsOwn(String line) {
    return line.contains("Sharing is only supported for boot loader classes");
  }
}
