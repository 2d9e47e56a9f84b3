// SPDX-License-Identifier: Apache-2.0
package io.wsclose.event;

import static io.wsclose.event.EventAttributes.*;

import io.wsclose.bootstrap.Role;
import io.wsclose.intermediary.Intermediary;
import io.wsclose.record.Evidence;
import io.wsclose.record.Handshake;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which connection it was: both ends, the request, what was negotiated. */
final class ConnectionAttributes {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final Evidence evidence;
  private final Handshake handshake;

  ConnectionAttributes(Evidence evidence) {
    this.evidence = evidence;
    this.handshake = evidence.handshake();
  }

  void identity(AttributeMap attributes, long epochOffset) {
    attributes
        .text(ROLE, handshake.role().name().toLowerCase(Locale.ROOT))
        .text(STACK, evidence.library().name())
        .text(STACK_VERSION, evidence.library().version())
        .text(CONNECTION_ID, evidence.id())
        .number(AGE_MS, millis(evidence.ageNanos()));
    // a connection that was open before the agent came has an opening, but no handshake was seen
    if (handshake.isOpened()) {
      attributes.text(OPENED_AT, instant(evidence.openedNanos() + epochOffset));
    }
  }

  void request(AttributeMap attributes) {
    attributes.text(URL_SCHEME, handshake.scheme()).text(URL_PATH, handshake.path());
    if (handshake.status() != 0) {
      attributes.number(HTTP_STATUS, handshake.status());
    }
    attributes
        .text(HANDSHAKE_HTTP_VERSION, handshake.httpVersion())
        .text(SUBPROTOCOL, handshake.subprotocol())
        .text(EXTENSIONS, handshake.extensions())
        .text(ORIGIN, handshake.origin())
        .text(USER_AGENT, handshake.userAgent())
        .list(
            PROXY_HOPS,
            handshake.hops().stream().map(Intermediary::name).collect(Collectors.toList()))
        .text(HANDSHAKE_TRACE_ID, handshake.trace().traceId());
    if (handshake.offeredSubprotocols() > 0) {
      attributes.number(SUBPROTOCOL_OFFERED, handshake.offeredSubprotocols());
    }
  }

  void network(AttributeMap attributes) {
    attributes.text(PROTOCOL_NAME, "websocket");
    if (evidence.isOpened()) {
      attributes.text(PROTOCOL_VERSION, "13");
    }
    // without an IP address it is a Unix domain socket, a transport in memory, or not known
    if (handshake.peer().isPresent() || handshake.local().isPresent()) {
      attributes.text(TRANSPORT, "tcp");
    }
    endpoint(attributes, handshake.peer(), PEER_ADDRESS, PEER_PORT);
    endpoint(attributes, handshake.local(), LOCAL_ADDRESS, LOCAL_PORT);
    if (handshake.role() == Role.SERVER) {
      attributes.text(CLIENT_ADDRESS, handshake.forwardedClient());
    }
    server(attributes);
  }

  private void server(AttributeMap attributes) {
    Authority named =
        Authority.parse(handshake.host(), handshake.scheme().equals("wss") ? 443 : 80);
    if (named.host().isEmpty()) {
      boolean isServer = handshake.role() == Role.SERVER;
      endpoint(
          attributes, isServer ? handshake.local() : handshake.peer(), SERVER_ADDRESS, SERVER_PORT);
      return;
    }
    attributes.text(SERVER_ADDRESS, named.host());
    if (named.port() > 0) {
      attributes.number(SERVER_PORT, named.port());
    }
  }

  private static void endpoint(
      AttributeMap attributes, Optional<InetSocketAddress> end, String address, String port) {
    if (end.isPresent()) {
      attributes.text(address, host(end.get()));
      attributes.number(port, end.get().getPort());
    }
  }

  /** Numeric where it is resolved; never asks the resolver. */
  private static String host(InetSocketAddress end) {
    return end.isUnresolved() ? end.getHostString() : end.getAddress().getHostAddress();
  }

  private static String instant(long epochNanos) {
    return Instant.ofEpochSecond(
            Math.floorDiv(epochNanos, NANOS_PER_SECOND),
            Math.floorMod(epochNanos, NANOS_PER_SECOND))
        .toString();
  }

  static long millis(long nanos) {
    return Math.round(nanos / 1e6);
  }
}
