// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.wsclose.it.jetty.JettyVersions;
import io.wsclose.it.netty.NettyVersions;
import io.wsclose.it.service.Layout;
import io.wsclose.it.service.Service;
import io.wsclose.it.service.StackUnderTest;
import io.wsclose.it.tyrus.TyrusVersions;
import io.wsclose.testbed.otlp.ReceivedSpan;
import io.wsclose.testbed.peer.Frame;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Options do in a running service what they promise. */
class OptionsIT {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String SPAN = "00f067aa0ba902b7";

  @Test
  void byDefaultFramesAreShownWithoutTheirPayload() throws Exception {
    ReceivedSpan span = spanWith("");

    List<ReceivedSpan.Event> frames = span.events("websocket.frame");
    assertThat(frames)
        .extracting(
            event -> event.attributes().get("websocket.frame.direction"),
            event -> event.attributes().get("websocket.frame.opcode"),
            event -> event.attributes().get("websocket.frame.length"))
        .containsExactly(
            tuple("received", "text", 5L),
            tuple("sent", "text", 5L),
            tuple("received", "close", 2L),
            tuple("sent", "close", 2L));
    assertThat(frames).isSortedAccordingTo((one, other) -> one.time().compareTo(other.time()));
    assertThat(span.texts("websocket.frames.last")).hasSize(4);
    assertThat(span.toString()).doesNotContain("hello");
  }

  @Test
  void payloadShowsThisMuchOfEachMessage() throws Exception {
    ReceivedSpan span = spanWith("payload=4");

    assertThat(span.events("websocket.frame"))
        .extracting(event -> event.attributes().get("websocket.frame.payload"))
        .contains("hell");
    assertThat(span.toString()).doesNotContain("hello");
  }

  static Stream<StackUnderTest> linesThatShowPayload() {
    return Stream.of(
        NettyVersions.netty42(),
        JettyVersions.jetty121(),
        JettyVersions.jetty120(),
        JettyVersions.jetty94(),
        TyrusVersions.tyrus2());
  }

  @ParameterizedTest
  @MethodSource("linesThatShowPayload")
  void payloadIsShownAsSentAndReceivedAndNeverOfControlFrames(StackUnderTest line)
      throws Exception {
    try (Service service = start(line, "payload=8")) {
      ReceivedSpan span = closeOne(service, "hello world");

      assertThat(span.events("websocket.frame"))
          .extracting(
              event -> event.attributes().get("websocket.frame.direction"),
              event -> event.attributes().get("websocket.frame.opcode"),
              event -> event.attributes().getOrDefault("websocket.frame.payload", ""))
          .containsExactly(
              tuple("received", "text", "hello wo"),
              tuple("sent", "text", "hello wo"),
              tuple("received", "close", ""),
              tuple("sent", "close", ""));
      assertThat(span.toString()).doesNotContain("hello wor");
    }
  }

  @ParameterizedTest
  @MethodSource("linesThatShowPayload")
  void withoutTheOptionNoPayloadIsShown(StackUnderTest line) throws Exception {
    try (Service service = start(line, "frames=16")) {
      ReceivedSpan span = closeOne(service, "hello world");

      assertThat(span.events("websocket.frame"))
          .hasSize(4)
          .noneMatch(event -> event.attributes().containsKey("websocket.frame.payload"));
      assertThat(span.toString()).doesNotContain("hello");
    }
  }

  @Test
  void framesLimitsHowManyAreShown() throws Exception {
    ReceivedSpan span = spanWith("frames=0");

    assertThat(span.events("websocket.frame")).isEmpty();
    assertThat(span.texts("websocket.frames.last")).isEmpty();
    assertThat(span.attributes()).containsEntry("websocket.frames.received", 2L);
  }

  @Test
  void byDefaultTheSpanIsARootWithALink() throws Exception {
    ReceivedSpan span = spanWith("");

    assertThat(span.parentSpanId()).isEmpty();
    assertThat(span.traceId()).isNotEqualTo(TRACE);
    assertThat(span.links()).containsExactly(new ReceivedSpan.Link(TRACE, SPAN));
  }

  @Test
  void spanParentMakesItAChild() throws Exception {
    ReceivedSpan span = spanWith("span.parent=child");

    assertThat(span.parentSpanId()).isEqualTo(SPAN);
    assertThat(span.traceId()).isEqualTo(TRACE);
  }

  @Test
  void logOffLeavesSpansAlone() throws Exception {
    try (Service service = start("log=off")) {
      closeOne(service);
      service.stop();
      assertThat(service.jvm().stderr().lines(line -> line.contains("websocket closed"))).isEmpty();
    }
  }

  @Test
  void logOrderlyFalseLeavesOutOrderlyEnds() throws Exception {
    try (Service service = start("log.orderly=false")) {
      closeOne(service);
      try (RawPeer peer = RawPeer.open(service.port(), Opening.of("/chat/fin"))) {
        peer.echo("hello").halfClose().awaitEnd();
      }
      service.awaitCloseSpan("/chat/fin");
      service.stop();
      assertThat(service.jvm().stderr().lines(line -> line.contains("websocket closed")))
          .singleElement()
          .asString()
          .contains("/chat/fin");
    }
  }

  private static ReceivedSpan spanWith(String option) throws Exception {
    try (Service service = start(option)) {
      return closeOne(service);
    }
  }

  private static ReceivedSpan closeOne(Service service) {
    return closeOne(service, "hello");
  }

  private static ReceivedSpan closeOne(Service service, String text) {
    Opening opening =
        Opening.of("/chat/one").with("traceparent", "00-" + TRACE + "-" + SPAN + "-01");
    try (RawPeer peer = RawPeer.open(service.port(), opening)) {
      peer.echo(text).send(Frame.close(1000, "")).readToEnd();
    }
    return service.awaitCloseSpan("/chat/one");
  }

  private static Service start(String option) throws Exception {
    return start(NettyVersions.netty42(), option);
  }

  private static Service start(StackUnderTest line, String option) throws Exception {
    return Service.start(
        line, program -> program.agent(Layout.agent(), Service.QUICK + "," + option));
  }
}
