// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.it.jetty.JettyVersions;
import io.wsclose.it.netty.NettyVersions;
import io.wsclose.it.service.Layout;
import io.wsclose.it.service.Service;
import io.wsclose.it.service.StackUnderTest;
import io.wsclose.it.undertow.UndertowVersions;
import io.wsclose.testbed.otlp.ReceivedSpan;
import io.wsclose.testbed.peer.Frame;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JVM is stopping, and the application takes its time to close, in a shutdown hook. */
class GracefulShutdownIT {
  private static final String LEAVING = "[app] leaving";

  @Test
  void aHookThatClosesAfterAWhileIsSeenWithItsCloseFramesAndTheAnswers() throws Exception {
    try (Service service =
        Service.start(NettyVersions.netty42().argument("grace=1500").argument("goodbye"))) {
      List<RawPeer> peers = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        peers.add(open(service, "/chat/" + i));
      }
      service.jvm().terminate();
      peers.forEach(RawPeer::answerClose);
      service.jvm().awaitExit(Service.PATIENCE);
      peers.forEach(RawPeer::close);

      for (int i = 0; i < 5; i++) {
        ReceivedSpan span = onlySpan(service, "/chat/" + i);
        assertThat(span.text("websocket.close.cause")).isEqualTo("local.shutdown");
        assertThat(span.attributes())
            .as(service.jvm().transcript())
            .containsEntry("websocket.close.sent.code", 1001L)
            .containsEntry("websocket.close.received.code", 1001L)
            .containsEntry("websocket.close.clean", true);
      }
    }
  }

  @Test
  void whatOpensAndEndsWhileAHookServesOnIsReported() throws Exception {
    try (Service service = Service.start(NettyVersions.netty42().argument("grace=3000"))) {
      try (RawPeer stays = open(service, "/chat/stays")) {
        service.jvm().terminate();
        service.jvm().stdout().await(LEAVING, Service.PATIENCE);
        try (RawPeer late = open(service, "/chat/late")) {
          late.send(Frame.close(1000, "")).readToEnd();
        }
        stays.readToEnd();
      }
      service.jvm().awaitExit(Service.PATIENCE);

      assertCause(service, "/chat/late", "peer.clean_close");
      assertCause(service, "/chat/stays", "local.shutdown");
    }
  }

  /** Spans leave once a minute here, unless they are sent at once. */
  @Test
  void whatEndsAfterTheFlushBoundWhileAHookServesOnIsSentAtOnce() throws Exception {
    try (Service service =
        Service.start(
            NettyVersions.netty42().argument("grace=12000"),
            program ->
                program
                    .property("otel.bsp.schedule.delay", "60000")
                    .agent(Layout.agent(), "wait.siblings=300ms,log.rate=0,flush=4s"))) {
      try (RawPeer stays = open(service, "/chat/stays")) {
        service.jvm().terminate();
        service.jvm().stderr().await("/chat/stays", Service.PATIENCE);
        try (RawPeer late = open(service, "/chat/late")) {
          late.send(Frame.close(1000, "")).readToEnd();
        }
        service.jvm().stderr().await("/chat/late", Service.PATIENCE);
        assertCause(service, "/chat/late", "peer.clean_close");
        stays.readToEnd();
      }
      service.jvm().awaitExit(Service.PATIENCE);

      assertCause(service, "/chat/stays", "local.shutdown");
      assertThat(service.jvm().stderr().lines(line -> line.contains("lost"))).isEmpty();
    }
  }

  static List<StackUnderTest> serversThatAGuestStops() {
    return List.of(
        NettyVersions.netty42().argument("no-hook"), JettyVersions.jetty121().argument("no-hook"));
  }

  @ParameterizedTest
  @MethodSource("serversThatAGuestStops")
  void codeThatCallsExitIsNamed(StackUnderTest line) throws Exception {
    try (Service service = Service.start(line)) {
      try (RawPeer peer = open(service, "/chat/exit")) {
        peer.sendText("/exit").readToEnd();
        service.jvm().awaitExit(Service.PATIENCE);
      }
      ReceivedSpan span = onlySpan(service, "/chat/exit");

      assertThat(span.text("websocket.close.cause")).isEqualTo("local.shutdown");
      assertThat(span.text("websocket.close.summary"))
          .as(service.jvm().transcript())
          .contains("System.exit called by ");
      assertThat(span.text("websocket.close.call_site")).startsWith("com.acme.chat.");
    }
  }

  @Test
  void aSignalIsNamed() throws Exception {
    try (Service service = Service.start(NettyVersions.netty42().argument("no-hook"))) {
      try (RawPeer peer = open(service, "/chat/term")) {
        service.jvm().terminate();
        peer.readToEnd();
        service.jvm().awaitExit(Service.PATIENCE);
      }
      assertThat(onlySpan(service, "/chat/term").texts("websocket.close.evidence"))
          .as(service.jvm().transcript())
          .anyMatch(evidence -> evidence.contains("SIGTERM"));
    }
  }

  static List<StackUnderTest> serversThatStopLate() {
    return List.of(JettyVersions.jetty121(), UndertowVersions.core24());
  }

  @ParameterizedTest
  @MethodSource("serversThatStopLate")
  void aServerThatAHookStopsAfterAWhileIsSeenClosing(StackUnderTest line) throws Exception {
    try (Service service = Service.start(line.argument("grace=1000"))) {
      boolean told;
      try (RawPeer peer = open(service, "/chat/open")) {
        service.jvm().terminate();
        told = peer.answerToEnd().isPresent();
        service.jvm().awaitExit(Service.PATIENCE);
      }
      ReceivedSpan span = onlySpan(service, "/chat/open");

      assertThat(span.text("websocket.close.cause"))
          .as(service.jvm().transcript())
          .isEqualTo("local.shutdown");
      assertThat((Long) span.attributes().get("websocket.connection.age_ms"))
          .isGreaterThanOrEqualTo(1_000);
      assertThat(span.attributes().containsKey("websocket.close.sent.code")).isEqualTo(told);
    }
  }

  private static RawPeer open(Service service, String path) throws IOException {
    return RawPeer.open(service.port(), Opening.of(path)).echo("hello");
  }

  private static void assertCause(Service service, String path, String cause) {
    assertThat(onlySpan(service, path).text("websocket.close.cause"))
        .as(service.jvm().transcript())
        .isEqualTo(cause);
  }

  private static ReceivedSpan onlySpan(Service service, String path) {
    List<ReceivedSpan> spans = service.closeSpans(path);
    assertThat(spans).as(service.jvm().transcript()).hasSize(1);
    return spans.get(0);
  }
}
