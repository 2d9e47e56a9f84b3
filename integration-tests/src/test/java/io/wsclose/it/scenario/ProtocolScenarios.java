// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.scenario;

import static io.wsclose.it.scenario.Scenario.opened;

import io.wsclose.testbed.peer.Frame;
import io.wsclose.testbed.peer.RawPeer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** The peer sends what RFC 6455 or the service's limits forbid. */
final class ProtocolScenarios {
  private static final int BEYOND_LIMIT = 70_000;

  private ProtocolScenarios() {}

  static List<Scenario> list() {
    return List.of(
        opened("unmasked-frame", sending(Frame.text("bare").unmasked()), violation()),
        // of a proxy that is reloaded, so the event must not blame the client alone
        opened(
            "unmasked-close",
            sending(Frame.close(1001, "").unmasked()),
            Expectation.of("protocol.peer_violation")
                .confidence("likely")
                .with("websocket.close.sent.code", 1002L)
                .evidence("the refused data is an unmasked Close frame with 1001")
                .clean(false)),
        opened("reserved-bit", sending(Frame.text("odd").withRsv(2)), violation()),
        opened("reserved-opcode", sending(Frame.text("odd").withOpcode(3)), violation()),
        opened("fragmented-ping", sending(Frame.ping("half").notFinal()), violation()),
        opened("close-1006-on-the-wire", sending(Frame.close(1006, "")), violation()),
        opened("close-of-one-byte", sending(Frame.of(Frame.CLOSE, new byte[] {3})), violation()),
        opened(
            "http-in-place-of-frame",
            peer -> {
              peer.echo("hello");
              peer.sendBytes(
                  "GET /chat HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
              peer.readToEnd();
            },
            violation().evidence("HTTP")),
        opened(
            "bad-utf8",
            sending(Frame.of(Frame.TEXT, new byte[] {'a', (byte) 0xc3, (byte) 0x28})),
            Expectation.of("protocol.invalid_utf8")
                .confidence("certain")
                .with("websocket.close.sent.code", 1007L)
                .abnormalClosure()
                .clean(false)),
        opened(
            "frame-too-big",
            peer -> {
              // whole, as some stacks look at the length only once they have a payload
              peer.echo("hello").send(Frame.of(Frame.BINARY, new byte[BEYOND_LIMIT]));
              peer.readToEnd();
            },
            Expectation.of("local.message_too_big")
                .confidence("certain")
                .with("websocket.close.sent.code", 1009L)
                .abnormalClosure()
                .clean(false)));
  }

  private static Consumer<RawPeer> sending(Frame frame) {
    return peer -> {
      peer.echo("hello").send(frame);
      peer.readToEnd();
    };
  }

  private static Expectation violation() {
    return Expectation.of("protocol.peer_violation")
        .confidence("certain")
        .with("websocket.close.sent.code", 1002L)
        .clean(false);
  }
}
