// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.tyrus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wsclose.it.service.Service;
import io.wsclose.testbed.otlp.ReceivedSpan;
import io.wsclose.testbed.peer.Frame;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ends that other stacks do not have, or have otherwise. */
class TyrusSpecificIT {
  private static Service service;

  @BeforeAll
  static void startService() throws IOException {
    service = Service.start(TyrusVersions.tyrus2());
  }

  @AfterAll
  static void stopService() {
    service.close();
  }

  @Test
  void configuratorThatThrowsLeavesTheRequestUnanswered() {
    try (RawPeer peer = RawPeer.connect(service.port())) {
      assertThatThrownBy(() -> peer.request(Opening.of("/cursed/guest")))
          .hasRootCauseInstanceOf(EOFException.class);
    }

    ReceivedSpan span = service.awaitCloseSpan("/cursed/guest");
    assertThat(span.text("websocket.close.cause")).isEqualTo("handshake.server_error");
    assertThat(span.attribute("http.response.status_code")).isEmpty();
    assertThat(span.events("exception"))
        .first()
        .extracting(event -> event.attributes().get("exception.message"))
        .isEqualTo("no guest list");
  }

  @Test
  void wholeMessageOverTheLimitOfItsMethod() {
    String path = "/chat/message-too-big";
    try (RawPeer peer = RawPeer.open(service.port(), Opening.of(path))) {
      peer.echo("hello").send(Frame.of(Frame.BINARY, new byte[70_000]));
      assertThat(peer.readToEnd())
          .hasValueSatisfying(close -> assertThat(close.code()).isEqualTo(1009));
    }

    assertCause(path, "local.message_too_big");
  }

  @Test
  void frameThatOverflowsTheInputBuffer() {
    String path = "/chat/buffer-overflow";
    try (RawPeer peer = RawPeer.open(service.port(), Opening.of(path))) {
      peer.echo("hello").sendBytes(Frame.of(Frame.BINARY, new byte[0]).head(5_000_000));
      peer.sendBytes(new byte[4_500_000]).readToEnd();
    }

    ReceivedSpan span = assertCause(path, "local.message_too_big");
    assertThat(span.attribute("websocket.close.sent.code")).contains(1011L);
  }

  @Test
  void negativeLengthIsThePeersDoing() {
    String path = "/chat/negative-length";
    byte[] frame = new byte[14];
    Arrays.fill(frame, (byte) 0xff);
    frame[0] = (byte) 0x82;
    try (RawPeer peer = RawPeer.open(service.port(), Opening.of(path))) {
      peer.echo("hello").sendBytes(frame).readToEnd();
    }

    ReceivedSpan span = assertCause(path, "protocol.peer_violation");
    assertThat(span.attribute("websocket.close.sent.code")).contains(1011L);
  }

  private static ReceivedSpan assertCause(String path, String cause) {
    ReceivedSpan span = service.awaitCloseSpan(path);
    assertThat(span.text("websocket.close.cause")).as(path).isEqualTo(cause);
    assertThat(service.closeSpans(path)).hasSize(1);
    return span;
  }
}
