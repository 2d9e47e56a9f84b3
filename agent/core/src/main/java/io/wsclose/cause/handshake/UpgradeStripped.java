// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.handshake;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.FactText;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.record.Evidence;
import io.wsclose.record.Handshake;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code handshake.upgrade_stripped}. RFC 6455 section 4.1: a client that sends Sec-WebSocket-Key
 * also sends {@code Upgrade: websocket} and {@code Connection: Upgrade}. Both are hop-by-hop (RFC
 * 9110 section 7.6.1): a proxy that is not told to forward them takes them out and leaves the key.
 */
public final class UpgradeStripped implements Rule {
  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    Handshake handshake = evidence.handshake();
    return Attempt.of(evidence)
        .filter(Attempt::isServer)
        .filter(attempt -> handshake.hasHeader("sec-websocket-key"))
        .filter(attempt -> !handshake.asksForUpgrade())
        .map(attempt -> finding(attempt, handshake));
  }

  private static Finding finding(Attempt attempt, Handshake handshake) {
    return Finding.of(
            Cause.HANDSHAKE_UPGRADE_STRIPPED,
            Confidence.CERTAIN,
            attempt.outcome(),
            "The WebSocket request for "
                + attempt.path()
                + " arrived without its "
                + missing(handshake)
                + " ("
                + attempt.answer()
                + "): a proxy removes it unless it is told to forward it, "
                + (handshake.isThroughIntermediary()
                    ? "and other headers reveal a proxy"
                    : "though no header reveals a proxy; else the client never sent it"),
            "Let the proxy in front forward the Upgrade and Connection headers over HTTP/1.1; on nginx: "
                + (handshake.httpVersion().equals("1.0") ? "proxy_http_version 1.1, " : "")
                + "proxy_set_header Upgrade"
                + " $http_upgrade, proxy_set_header Connection \"upgrade\"."
                + (handshake.isThroughIntermediary()
                    ? ""
                    : " If there is no proxy, look at the client: every WebSocket library sends both"
                        + " headers."))
        .because(
            "Sec-WebSocket-Key came, which only a WebSocket client sends",
            handshake.httpVersion().equals("1.0")
                ? FactText.httpVersion(handshake)
                    + ", as nginx forwards it without proxy_http_version 1.1"
                : "",
            handshake.header("upgrade").isEmpty() ? "no Upgrade header" : "",
            handshake.header("connection").isEmpty()
                ? "no Connection header"
                : "Connection header: " + connection(handshake),
            "what is certain is that the header was missing here; who removed it is not");
  }

  private static String connection(Handshake handshake) {
    String value = handshake.header("connection").toLowerCase(Locale.ROOT);
    return value.contains("upgrade")
        ? "names upgrade"
        : value.equals("close") || value.equals("keep-alive") ? value : "does not name upgrade";
  }

  private static String missing(Handshake handshake) {
    return handshake.header("upgrade").isEmpty()
        ? "Upgrade header"
        : "'Connection: Upgrade' header";
  }
}
