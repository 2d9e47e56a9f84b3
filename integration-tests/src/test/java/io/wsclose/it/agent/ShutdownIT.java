package io.wsclose.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.it.netty.NettyLines;
import io.wsclose.it.service.Layout;
import io.wsclose.it.service.Service;
import io.wsclose.testbed.otlp.OtlpReceiver;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The JVM is told to go while connections are open. */
class ShutdownIT {
  private static final int OPEN = 100;

  private final List<RawPeer> peers = new ArrayList<>();

  @AfterEach
  void closePeers() {
    peers.forEach(RawPeer::close);
  }

  @Test
  void sigtermEndsEveryConnectionWithItsEvent() throws Exception {
    try (Service service = Service.start(NettyLines.netty42())) {
      open(service);
      service.stop();

      assertAllTold(service);
    }
  }

  /** The first event of the JVM comes when its shutdown hooks already run. */
  @Test
  void connectionsThatNobodyClosesEndWithTheJvm() throws Exception {
    try (Service service =
        Service.start(
            NettyLines.netty42().argument("no-hook"),
            program -> program.agent(Layout.agent(), Service.QUICK))) {
      open(service);
      service.stop();

      assertAllTold(service);
    }
  }

  @Test
  void anEndpointThatHangsDelaysTheExitByNoMoreThanTheBound() throws Exception {
    try (Service service =
        Service.start(
            NettyLines.netty42(),
            program -> program.agent(Layout.agent(), Service.QUICK + ",flush=1s"))) {
      service.receiver().mode(OtlpReceiver.Mode.HANG);
      open(service);
      service.stop();

      assertThat(service.jvm().stderr().lines(line -> line.contains("websocket closed ")))
          .hasSize(OPEN);
    }
  }

  private void open(Service service) {
    for (int i = 0; i < OPEN; i++) {
      RawPeer peer = RawPeer.open(service.port(), Opening.of("/chat/" + i));
      peers.add(peer.echo("hello"));
    }
  }

  private static void assertAllTold(Service service) {
    assertThat(service.receiver().spans())
        .hasSize(OPEN)
        .allSatisfy(
            span -> assertThat(span.text("websocket.close.cause")).isEqualTo("local.shutdown"))
        .extracting(span -> span.text("url.path"))
        .doesNotHaveDuplicates();
    assertThat(service.jvm().stderr().lines(line -> line.contains("websocket closed ")))
        .hasSize(OPEN);
  }
}
