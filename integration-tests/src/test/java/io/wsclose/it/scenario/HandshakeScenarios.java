// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.scenario;

import static io.wsclose.it.scenario.Scenario.asked;
import static io.wsclose.it.scenario.Scenario.opened;
import static io.wsclose.it.scenario.Scenario.refused;

import io.wsclose.testbed.peer.Frame;
import io.wsclose.testbed.peer.RawPeer;
import java.util.List;
import java.util.function.UnaryOperator;

/** The opening handshake fails, or has a flaw that the peer acts on. */
final class HandshakeScenarios {
  private HandshakeScenarios() {}

  static List<Scenario> list() {
    return List.of(
        refused(
            "nowhere",
            "refused-404",
            UnaryOperator.identity(),
            Expectation.refused("handshake.not_websocket_endpoint", 404)),
        refused(
            "members",
            "refused-401",
            UnaryOperator.identity(),
            Expectation.refused("handshake.auth_rejected", 401)),
        refused(
            "staff",
            "refused-403",
            UnaryOperator.identity(),
            Expectation.refused("handshake.auth_rejected", 403)),
        refused(
            "intranet",
            "refused-origin",
            opening -> opening.with("Origin", "https://evil.example"),
            Expectation.refused("handshake.origin_rejected", 403)
                .with("websocket.origin", "https://evil.example")),
        refused(
            "broken",
            "refused-500",
            UnaryOperator.identity(),
            Expectation.refused("handshake.server_error", 500)),
        refused(
            "chat",
            "key-missing",
            opening -> opening.without("Sec-WebSocket-Key"),
            Expectation.refused("handshake.bad_request", 400)),
        refused(
            "chat",
            "bad-version",
            opening -> opening.with("Sec-WebSocket-Version", "99"),
            Expectation.refused("handshake.bad_request", 426)),
        refused(
            "chat",
            "upgrade-stripped",
            opening -> opening.without("Upgrade").with("Connection", "close"),
            Expectation.unanswered("handshake.upgrade_stripped")),
        opened(
            "chat",
            "subprotocol-refused-and-left",
            opening -> opening.offering("secret-token", "v9"),
            RawPeer::close,
            Expectation.of("handshake.subprotocol_not_selected")
                .with("websocket.subprotocol.offered", 2L)
                .without("websocket.subprotocol")
                .abnormalClosure()
                .clean(false)),
        opened(
            "chat",
            "subprotocol-refused-and-stayed",
            opening -> opening.offering("v9"),
            peer -> {
              peer.echo("never mind").send(Frame.close(1000, ""));
              peer.readToEnd();
            },
            Expectation.of("peer.clean_close")
                .received(1000, "")
                .clean(true)
                .with("websocket.subprotocol.offered", 1L)
                .without("websocket.subprotocol")
                .evidence("subprotocol")),
        opened(
            "chat",
            "subprotocol-selected",
            opening -> opening.offering("v9", "chat.v1"),
            peer -> {
              peer.echo("hello").send(Frame.close(1000, ""));
              peer.readToEnd();
            },
            Expectation.of("peer.clean_close")
                .received(1000, "")
                .with("websocket.subprotocol", "chat.v1")),
        asked(
            "slow",
            "client-gone-fin",
            peer -> peer.halfClose().awaitEnd(),
            Expectation.unanswered("handshake.client_gone").socket("eof", "read")),
        asked(
            "slow",
            "client-gone-rst",
            RawPeer::reset,
            Expectation.unanswered("handshake.client_gone")));
  }
}
