// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.scenario;

import static io.wsclose.it.scenario.Scenario.opened;
import static io.wsclose.it.scenario.Scenario.openedNarrowly;

import io.wsclose.testbed.peer.Frame;
import io.wsclose.testbed.peer.RawPeer;
import java.util.List;
import java.util.function.Consumer;

/** The peer closes, or is gone. */
final class PeerScenarios {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private PeerScenarios() {}

  static List<Scenario> list() {
    return List.of(
        opened(
            "clean-close",
            closing(Frame.close(1000, "bye")),
            Expectation.of("peer.clean_close")
                .confidence("certain")
                .received(1000, "bye")
                .with("websocket.close.reason", "bye")
                .sent(1000, "bye")
                .clean(true)
                // "hello" and its echo, a Close frame of two bytes and "bye" each way
                .with("websocket.frames.received", 2L)
                .with("websocket.frames.sent", 2L)
                .with("websocket.bytes.received", 10L)
                .with("websocket.bytes.sent", 10L)
                .containing("websocket.frames.last", "received text 5 B")),
        opened(
            "close-without-code",
            closing(Frame.emptyClose()),
            Expectation.of("peer.clean_close")
                .confidence("certain")
                .receivedWithoutCode()
                .without("websocket.close.reason")
                .clean(true)),
        opened(
            "going-away",
            closing(Frame.close(1001, "")),
            Expectation.of("peer.going_away").confidence("certain").received(1001, "").clean(true)),
        opened(
            "peer-closes-4321",
            closing(Frame.close(4321, "next room")),
            Expectation.of("peer.clean_close")
                .confidence("certain")
                .received(4321, "next room")
                .clean(true)),
        opened(
            "peer-closes-1011",
            closing(Frame.close(1011, "no memory")),
            Expectation.of("peer.server_status")
                .confidence("certain")
                .received(1011, "no memory")
                .clean(true)),
        opened(
            "peer-closes-1012",
            closing(Frame.close(1012, "restart")),
            Expectation.of("peer.server_status")
                .confidence("certain")
                .received(1012, "restart")
                .clean(true)),
        opened(
            "peer-refuses-size",
            closing(Frame.close(1009, "too big for me")),
            Expectation.of("protocol.peer_rejected_us")
                .confidence("certain")
                .received(1009, "too big for me")
                .clean(true)),
        opened(
            "peer-refuses-protocol",
            closing(Frame.close(1002, "what was that")),
            Expectation.of("protocol.peer_rejected_us")
                .confidence("certain")
                .received(1002, "what was that")
                .clean(true)),
        opened(
            "chat",
            "close-with-trace",
            opening -> opening.with("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01"),
            closing(Frame.close(1000, "")),
            Expectation.of("peer.clean_close")
                .received(1000, "")
                .with("websocket.handshake.trace_id", TRACE)),
        // resets before FINs: many ends within two seconds are looked at together
        opened(
            "rst",
            peer -> peer.echo("hello").reset(),
            // what the stack or the application writes in answer to a reset never left
            gone("peer.reset").socket("reset", "read", "write").nothingSent()),
        opened(
            "rst-while-pushing",
            peer -> {
              peer.sendText("/push").receive(Frame.BINARY);
              peer.receive(Frame.BINARY);
              peer.reset();
            },
            gone("peer.reset").socket("reset", "read", "write").nothingSent()),
        opened(
            "rst-met-by-write",
            peer -> {
              peer.sendText("/push-deaf").receive(Frame.BINARY);
              peer.receive(Frame.BINARY);
              peer.reset();
            },
            // the write that meets the reset hides it behind a broken pipe for all that follow
            gone("peer.reset").socket("reset", "write").nothingSent()),
        openedNarrowly(
            "rst-without-reading",
            peer -> {
              peer.sendText("/flood").awaitUnread();
              pause();
              peer.reset();
            },
            gone("peer.reset")
                .socket("reset", "read", "write")
                .nothingSent()
                // what the kernel's buffers hold, a few MB, of 16 MB
                .between("websocket.frames.sent", 1, 900)
                .between("websocket.bytes.sent", 16 * 1024, 900 * 16 * 1024)
                .between("websocket.idle.sent_ms", 1_000, 60_000)
                .containing("websocket.frames.last", "sent binary 16384 B never left")
                .evidence("queued and never left")),
        opened(
            "fin",
            peer -> peer.echo("hello").halfClose().awaitEnd(),
            gone("peer.eof_without_close").socket("eof", "read")),
        opened(
            "fin-within-frame",
            peer -> {
              // not text: a stack may check UTF-8 before the frame is complete
              peer.echo("hello").sendBytes(Frame.of(Frame.BINARY, new byte[0]).head(100));
              peer.sendBytes(new byte[10]);
              peer.halfClose().awaitEnd();
            },
            gone("peer.eof_without_close").socket("eof", "read")),
        opened(
            "fin-after-ping",
            peer -> {
              peer.send(Frame.ping("there?")).receive(Frame.PONG);
              peer.halfClose().awaitEnd();
            },
            gone("peer.eof_without_close").socket("eof", "read")));
  }

  /** So long that the service notices: what it waits for never happens. */
  private static void pause() {
    try {
      Thread.sleep(2_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Consumer<RawPeer> closing(Frame close) {
    return peer -> {
      peer.echo("hello").send(close);
      peer.readToEnd();
    };
  }

  private static Expectation gone(String cause) {
    return Expectation.of(cause).abnormalClosure().clean(false);
  }
}
