// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.it.program.PipeliningNetty;
import io.wsclose.it.service.Layout;
import io.wsclose.it.service.Service;
import io.wsclose.it.service.StackUnderTest;
import io.wsclose.testbed.otlp.ReceivedSpan;
import io.wsclose.testbed.peer.Answer;
import io.wsclose.testbed.peer.Frame;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Requests that Netty reads before it has answered the ones before them on the same connection. */
class PipeliningIT {
  /** Netty's codec closes a connection with more than 128 requests unanswered. */
  private static final int AT_ONCE = 100;

  private static final int CONNECTIONS = 120;

  @Test
  void answerOfAnEarlierRequestDoesNotRefuseTheUpgrade() throws Exception {
    try (Service service = start()) {
      try (RawPeer peer = RawPeer.connect(service.port())) {
        peer.pipeline(List.of(Opening.plain("/page/first"), Opening.of("/chat/second")));
        assertThat(peer.answer().status()).isEqualTo(200);
        assertThat(peer.answer().status()).isEqualTo(101);
        peer.echo("hello").send(Frame.close(1000, "bye")).readToEnd();
      }
      ReceivedSpan span = service.awaitCloseSpan("/chat/second");
      assertThat(cause(span)).isEqualTo("peer.clean_close");
      assertThat(span.attribute("websocket.frames.received")).contains(2L);
      service.stop();
      assertThat(service.receiver().spans()).hasSize(1);
    }
  }

  @Test
  void everyPipelinedUpgradeRequestLeavesItsOwnEvent() throws Exception {
    try (Service service = start()) {
      try (RawPeer peer = RawPeer.connect(service.port())) {
        peer.pipeline(
            List.of(
                Opening.of("/nowhere/1"),
                Opening.plain("/page"),
                Opening.of("/nowhere/2"),
                Opening.of("/page/3"),
                Opening.of("/chat/4"),
                Opening.of("/nowhere/5")));
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
          statuses.add(peer.answer().status());
        }
        assertThat(statuses).containsExactly(404, 200, 404, 200, 101);
        peer.echo("hello").send(Frame.close(1000, "bye")).readToEnd();
      }
      assertRefused(service.awaitCloseSpan("/nowhere/1"), 404);
      assertRefused(service.awaitCloseSpan("/nowhere/2"), 404);
      assertRefused(service.awaitCloseSpan("/page/3"), 200);
      assertThat(cause(service.awaitCloseSpan("/chat/4"))).isEqualTo("peer.clean_close");
      ReceivedSpan behind = service.awaitCloseSpan("/nowhere/5");
      assertThat(cause(behind)).isEqualTo("unknown");
      assertThat(behind.texts("websocket.close.evidence"))
          .anyMatch(line -> line.contains("the server went on without it"));
      service.stop();
      assertThat(service.receiver().spans()).hasSize(5);
    }
  }

  @Test
  void aClientThatLeavesLeavesAllItsUnansweredUpgradeRequests() throws Exception {
    try (Service service = start()) {
      try (RawPeer peer = RawPeer.connect(service.port())) {
        peer.pipeline(List.of(Opening.of("/chat/1"), Opening.of("/chat/2"))).reset();
      }
      assertThat(cause(service.awaitCloseSpan("/chat/1"))).isEqualTo("handshake.client_gone");
      assertThat(cause(service.awaitCloseSpan("/chat/2"))).isEqualTo("handshake.client_gone");
      service.stop();
      assertThat(service.receiver().spans()).hasSize(2);
    }
  }

  /** Netty decodes on after a handler has closed the channel, and no further end follows. */
  @Test
  void aRequestDecodedAfterTheCloseEndsAtOnce() throws Exception {
    try (Service service = start()) {
      for (int i = 0; i < AT_ONCE; i++) {
        try (RawPeer peer = RawPeer.connect(service.port())) {
          peer.pipeline(List.of(Opening.plain("/drop"), Opening.of("/late/" + i))).awaitEnd();
        }
      }
      for (int i = 0; i < AT_ONCE; i++) {
        service.awaitCloseSpan("/late/" + i);
      }
      service.stop();
      assertThat(service.receiver().spans()).hasSize(AT_ONCE);
    }
  }

  @Test
  void aClientThatLeavesRightBehindItsRequestLeavesOneEvent() throws Exception {
    try (Service service = start()) {
      for (int i = 0; i < AT_ONCE; i++) {
        try (RawPeer peer = RawPeer.connect(service.port())) {
          peer.send(Opening.of("/chat/" + i));
        }
      }
      for (int i = 0; i < AT_ONCE; i++) {
        ReceivedSpan span = service.awaitCloseSpan("/chat/" + i);
        // on a busy machine the answer may overtake the end, and then the connection was open
        if (span.text("websocket.connection.opened_at").isEmpty()) {
          assertThat(cause(span)).isEqualTo("handshake.client_gone");
        }
      }
      service.stop();
      assertThat(service.receiver().spans()).hasSize(AT_ONCE);
    }
  }

  /** As streams of an HTTP/2 connection are, of whose end nothing is seen. */
  @Test
  void framesOnAnotherKindOfChannelLeaveNoRecord() throws Exception {
    try (Service service = start()) {
      try (RawPeer peer = RawPeer.connect(service.port())) {
        assertThat(peer.request(Opening.plain("/stream")).status()).isEqualTo(200);
      }
      try (RawPeer peer = RawPeer.open(service.port(), Opening.of("/chat/own"))) {
        peer.echo("hello").send(Frame.close(1000, "bye")).readToEnd();
      }
      service.awaitCloseSpan("/chat/own");
      service.stop();
      assertThat(service.receiver().spans()).as(service.jvm().transcript()).hasSize(1);
    }
  }

  @Test
  void aForwardedWebSocketLeavesNoEventButOneLine() throws Exception {
    try (Service service = start()) {
      for (int i = 0; i < 3; i++) {
        try (RawPeer peer = RawPeer.open(service.port(), Opening.of("/forward/" + i))) {
          peer.sendText("hello").readToEnd();
        }
      }
      try (RawPeer peer = RawPeer.open(service.port(), Opening.of("/chat/gone"))) {
        peer.reset();
      }
      assertThat(cause(service.awaitCloseSpan("/chat/gone"))).isEqualTo("peer.reset");
      service.jvm().stderr().await("pass through this JVM unread", Service.PATIENCE);
      service.stop();
      assertThat(service.receiver().spans()).hasSize(1);
      assertThat(service.jvm().stderr().lines(line -> line.contains("unread"))).hasSize(1);
      assertThat(service.jvm().stderr().lines(line -> line.contains("websocket closed")))
          .hasSize(1);
    }
  }

  /** Without a bound on what is recorded, the requests need three times this heap. */
  @Test
  void pipelinedUpgradeRequestsDoNotFillTheHeap() throws Exception {
    try (Service service = start(",queue=64", "-Xmx64m")) {
      ExecutorService peers = Executors.newFixedThreadPool(8);
      try {
        List<Future<?>> batches = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
          batches.add(peers.submit(() -> askAndLeave(service)));
        }
        for (Future<?> batch : batches) {
          batch.get();
        }
      } finally {
        peers.shutdownNow();
      }
      try (RawPeer peer = RawPeer.open(service.port(), Opening.of("/chat/afterwards"))) {
        peer.echo("hello").send(Frame.close(1000, "bye")).readToEnd();
      }
      service
          .jvm()
          .stderr()
          .await(
              line -> line.contains("peer.clean_close") && line.contains("/chat/afterwards "),
              "the last connection",
              Service.PATIENCE);
      assertThat(service.jvm().transcript()).doesNotContain("OutOfMemoryError");
    }
  }

  private static void askAndLeave(Service service) {
    List<Opening> openings = new ArrayList<>();
    Opening opening = Opening.of("/nowhere");
    for (int i = 0; i < 60; i++) {
      opening = opening.with("x-header-" + i + "-".repeat(40), "-");
    }
    for (int i = 0; i < AT_ONCE; i++) {
      openings.add(opening);
    }
    try (RawPeer peer = RawPeer.connect(service.port())) {
      peer.pipeline(openings);
      for (int i = 0; i < AT_ONCE; i++) {
        Answer answer = peer.answer();
        assertThat(answer.status()).isEqualTo(404);
      }
    }
  }

  private static Service start() throws IOException {
    return start("");
  }

  private static Service start(String arguments, String... options) throws IOException {
    List<Path> classPath = new ArrayList<>(Layout.lib("netty-4.2"));
    classPath.add(Layout.testClasses());
    String version = Layout.version("netty-4.2", "netty-codec-http");
    StackUnderTest line =
        StackUnderTest.of(
            "Netty 4.2", "netty", version, classPath, PipeliningNetty.class.getName());
    return Service.start(
        line,
        program -> {
          for (String option : options) {
            program.option(option);
          }
          return program.agent(Layout.agent(), Service.QUICK + arguments);
        });
  }

  private static void assertRefused(ReceivedSpan span, long status) {
    assertThat(cause(span)).isEqualTo("handshake.not_websocket_endpoint");
    assertThat(span.attribute("http.response.status_code")).contains(status);
  }

  private static String cause(ReceivedSpan span) {
    return span.text("websocket.close.cause");
  }
}
