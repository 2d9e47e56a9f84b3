// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause;

import io.wsclose.bootstrap.Role;

/**
 * Why a connection ended: the closed set that events name.
 *
 * <p>Some of them nothing finds yet, because what is seen of a connection cannot tell them from
 * another: each says so. They are in the set so that an event's reader knows them when it does.
 *
 * <p>Whether an end is an error is the cause's to say, with two exceptions that hang on the status
 * code, see {@link #isError}.
 */
public enum Cause {
  HANDSHAKE_NOT_WEBSOCKET_ENDPOINT(
      "handshake.not_websocket_endpoint", Initiator.CONTAINER, Initiator.PEER, true),
  HANDSHAKE_AUTH_REJECTED("handshake.auth_rejected", Initiator.APPLICATION, Initiator.PEER, true),
  HANDSHAKE_ORIGIN_REJECTED("handshake.origin_rejected", Initiator.CONTAINER, Initiator.PEER, true),
  HANDSHAKE_UPGRADE_STRIPPED("handshake.upgrade_stripped", Initiator.INTERMEDIARY, true),
  HANDSHAKE_BAD_REQUEST("handshake.bad_request", Initiator.PEER, true),
  HANDSHAKE_REJECTED("handshake.rejected", Initiator.APPLICATION, Initiator.PEER, true),
  HANDSHAKE_REDIRECTED("handshake.redirected", Initiator.APPLICATION, Initiator.PEER, true),
  HANDSHAKE_SERVER_ERROR("handshake.server_error", Initiator.APPLICATION, Initiator.PEER, true),
  HANDSHAKE_SUBPROTOCOL_NOT_SELECTED("handshake.subprotocol_not_selected", Initiator.PEER, true),
  HANDSHAKE_SUBPROTOCOL_NOT_OFFERED("handshake.subprotocol_not_offered", Initiator.PEER, true),
  HANDSHAKE_EXTENSION_MISMATCH("handshake.extension_mismatch", Initiator.PEER, true),
  /** On the client side only, which no stack covers yet. */
  HANDSHAKE_BAD_ACCEPT("handshake.bad_accept", Initiator.PEER, true),
  HANDSHAKE_CLIENT_GONE("handshake.client_gone", Initiator.PEER, true),
  HANDSHAKE_TIMEOUT("handshake.timeout", Initiator.CONTAINER, Initiator.NETWORK, true),
  /** On the client side only, which no stack covers yet. */
  HANDSHAKE_SERVER_GONE("handshake.server_gone", Initiator.PEER, true),
  /** On the client side only, which no stack covers yet. */
  HANDSHAKE_CONNECT_FAILED("handshake.connect_failed", Initiator.NETWORK, true),
  TLS_HANDSHAKE_FAILED("tls.handshake_failed", Initiator.PEER, true),
  TLS_FATAL_ALERT("tls.fatal_alert", Initiator.PEER, true),
  LOCAL_APP_CLOSE("local.app_close", Initiator.APPLICATION, false),
  LOCAL_APP_EXCEPTION("local.app_exception", Initiator.APPLICATION, true),
  LOCAL_ABORT("local.abort", Initiator.APPLICATION, true),
  LOCAL_IDLE_TIMEOUT("local.idle_timeout", Initiator.CONTAINER, false),
  LOCAL_HEARTBEAT_TIMEOUT("local.heartbeat_timeout", Initiator.CONTAINER, true),
  LOCAL_SHUTDOWN("local.shutdown", Initiator.CONTAINER, false),
  /** Nothing finds it yet: an orderly exit is {@link #LOCAL_SHUTDOWN}, any other leaves no time. */
  LOCAL_JVM_EXIT("local.jvm_exit", Initiator.CONTAINER, true),
  LOCAL_SESSION_EXPIRED("local.session_expired", Initiator.CONTAINER, false),
  LOCAL_MESSAGE_TOO_BIG("local.message_too_big", Initiator.CONTAINER, true),
  LOCAL_SLOW_CONSUMER("local.slow_consumer", Initiator.CONTAINER, true),
  LOCAL_RESOURCE_EXHAUSTED("local.resource_exhausted", Initiator.CONTAINER, true),
  LOCAL_JVM_STALL("local.jvm_stall", Initiator.CONTAINER, true),
  PROTOCOL_PEER_VIOLATION("protocol.peer_violation", Initiator.PEER, true),
  PROTOCOL_INVALID_UTF8("protocol.invalid_utf8", Initiator.PEER, true),
  PROTOCOL_COMPRESSION_ERROR("protocol.compression_error", Initiator.PEER, true),
  PROTOCOL_PEER_REJECTED_US("protocol.peer_rejected_us", Initiator.PEER, true),
  PEER_CLEAN_CLOSE("peer.clean_close", Initiator.PEER, false),
  PEER_GOING_AWAY("peer.going_away", Initiator.PEER, false),
  PEER_SERVER_STATUS("peer.server_status", Initiator.PEER, true),
  PEER_EOF_WITHOUT_CLOSE("peer.eof_without_close", Initiator.PEER, true),
  PEER_RESET("peer.reset", Initiator.PEER, true),
  /** Only ever an alternative: the path going silent looks the same. */
  PEER_SUSPENDED("peer.suspended", Initiator.PEER, true),
  /** Only ever an alternative: that two connections are one client's is a guess. */
  PEER_NETWORK_CHANGE("peer.network_change", Initiator.PEER, true),
  PROXY_IDLE_TIMEOUT("proxy.idle_timeout", Initiator.INTERMEDIARY, true),
  PROXY_MAX_AGE("proxy.max_age", Initiator.INTERMEDIARY, true),
  PROXY_RELOAD_OR_DRAIN("proxy.reload_or_drain", Initiator.INTERMEDIARY, true),
  NETWORK_IDLE_FLOW_DROPPED("network.idle_flow_dropped", Initiator.NETWORK, true),
  NETWORK_RETRANSMIT_TIMEOUT("network.retransmit_timeout", Initiator.NETWORK, true),
  NETWORK_CUT("network.cut", Initiator.NETWORK, true),
  /** Only ever an alternative: a path can also die at the first large frame by chance. */
  NETWORK_MIDDLEBOX_INTERFERENCE("network.middlebox_interference", Initiator.NETWORK, true),
  UNKNOWN("unknown", Initiator.UNKNOWN, true);

  private final String id;
  private final Initiator onServer;
  private final Initiator onClient;
  private final boolean error;

  Cause(String id, Initiator initiator, boolean error) {
    this(id, initiator, initiator, error);
  }

  Cause(String id, Initiator onServer, Initiator onClient, boolean error) {
    this.id = id;
    this.onServer = onServer;
    this.onClient = onClient;
    this.error = error;
  }

  /** The value of {@code websocket.close.cause}. */
  public String id() {
    return id;
  }

  /** Who ended it: for a client, what the answer to its handshake says is the peer's doing. */
  public Initiator initiator(Role role) {
    return role == Role.CLIENT ? onClient : onServer;
  }

  /** Whether this JVM ended it for a reason of its own: {@code local.*}. */
  public boolean isLocal() {
    return id.startsWith("local.");
  }

  /** Whether this JVM ended it because it did not accept what the peer had sent. */
  public boolean isRefusalOfFrames() {
    return this == PROTOCOL_PEER_VIOLATION
        || this == PROTOCOL_INVALID_UTF8
        || this == PROTOCOL_COMPRESSION_ERROR;
  }

  /**
   * Whether the end is abnormal.
   *
   * @param code the status code that went with it: an application that closes with 1002, 1003 or
   *     1007 to 1011 tells of a fault, a peer that closes with 1012 only restarts
   */
  public boolean isError(int code) {
    if (this == LOCAL_APP_CLOSE) {
      return code == 1002 || code == 1003 || code >= 1007 && code <= 1011;
    }
    return this == PEER_SERVER_STATUS ? code != 1012 : error;
  }
}
