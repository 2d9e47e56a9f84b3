// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.it.netty.NettyVersions;
import io.wsclose.it.service.Layout;
import io.wsclose.it.service.Service;
import io.wsclose.testbed.otlp.OtlpReceiver;
import io.wsclose.testbed.peer.Frame;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
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
            NettyVersions.netty42(),
            program ->
                program
                    .agent(Layout.agent(), Service.QUICK)
                    .property("otel.exporter.otlp.endpoint", "http://127.0.0.1:" + closed))) {
      assertToldOnce(service);
    }
  }

  @Test
  void theEndpointFails() throws Exception {
    try (Service service = Service.start(NettyVersions.netty42())) {
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
      service
          .jvm()
          .stderr()
          .await(
              line -> line.contains("websocket closed ") && line.contains(path + " "),
              path,
              Service.PATIENCE);
    }
    service.jvm().stderr().await("cannot be sent", Service.PATIENCE);
    List<String> warnings = others(service);
    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0)).startsWith("[wsclose] ").contains("127.0.0.1:");

    service.stop();
    List<String> losses = others(service);
    losses.removeAll(warnings);
    assertThat(losses).as("what was lost is counted at the end").hasSize(1);
    assertThat(losses.get(0)).startsWith("[wsclose] " + CONNECTIONS + " ");
  }

  /** What is on standard error beside close lines, self-check and the JVM's own. */
  private static List<String> others(Service service) {
    return new ArrayList<>(
        service
            .jvm()
            .stderr()
            .lines(
                line ->
                    !line.contains("websocket closed ") && !isSelfCheck(line) && !isJvmsOwn(line)));
  }

  private static boolean isSelfCheck(String line) {
    return line.contains(" on Java ") || line.contains(" hooks bound");
  }

  private static boolean isJvmsOwn(String line) {
    return line.contains("Sharing is only supported for boot loader classes");
  }
}
