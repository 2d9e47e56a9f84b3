// SPDX-License-Identifier: Apache-2.0
package io.wsclose.event;

/**
 * Every name that appears on a close event: of its attributes, of its span events and of theirs.
 *
 * <p>Names outside {@code websocket.*} are those of OpenTelemetry's semantic conventions.
 */
public final class EventAttributes {
  public static final String CAUSE = "websocket.close.cause";
  public static final String CONFIDENCE = "websocket.close.confidence";
  public static final String SUMMARY = "websocket.close.summary";
  public static final String HINT = "websocket.close.hint";
  public static final String EVIDENCE = "websocket.close.evidence";
  public static final String ALTERNATIVES = "websocket.close.alternatives";
  public static final String INITIATOR = "websocket.close.initiator";

  public static final String CLOSE_CODE = "websocket.close.code";
  public static final String CLOSE_REASON = "websocket.close.reason";
  public static final String CLOSE_CLEAN = "websocket.close.clean";
  public static final String RECEIVED_CODE = "websocket.close.received.code";
  public static final String RECEIVED_REASON = "websocket.close.received.reason";
  public static final String SENT_CODE = "websocket.close.sent.code";
  public static final String SENT_REASON = "websocket.close.sent.reason";
  public static final String REPORTED_CODE = "websocket.close.reported.code";
  public static final String REPORTED_REASON = "websocket.close.reported.reason";
  public static final String CALL_SITE = "websocket.close.call_site";
  public static final String CALL_SITE_KIND = "websocket.close.call_site.kind";
  public static final String CALL_STACK = "websocket.close.call_stack";

  public static final String SOCKET_EVENT = "websocket.socket.event";
  public static final String SOCKET_OPERATION = "websocket.socket.operation";

  public static final String ROLE = "websocket.role";
  public static final String STACK = "websocket.stack";
  public static final String STACK_VERSION = "websocket.stack.version";
  public static final String CONNECTION_ID = "websocket.connection.id";
  public static final String OPENED_AT = "websocket.connection.opened_at";
  public static final String AGE_MS = "websocket.connection.age_ms";
  public static final String SUBPROTOCOL = "websocket.subprotocol";
  public static final String SUBPROTOCOL_OFFERED = "websocket.subprotocol.offered";
  public static final String EXTENSIONS = "websocket.extensions";
  public static final String ORIGIN = "websocket.origin";
  public static final String PROXY_HOPS = "websocket.proxy.hops";
  public static final String HANDSHAKE_HTTP_VERSION = "websocket.handshake.http_version";
  public static final String HANDSHAKE_TRACE_ID = "websocket.handshake.trace_id";

  public static final String IDLE_RECEIVED_MS = "websocket.idle.received_ms";
  public static final String IDLE_SENT_MS = "websocket.idle.sent_ms";
  public static final String FRAMES_RECEIVED = "websocket.frames.received";
  public static final String FRAMES_SENT = "websocket.frames.sent";
  public static final String BYTES_RECEIVED = "websocket.bytes.received";
  public static final String BYTES_SENT = "websocket.bytes.sent";
  public static final String FRAMES_LAST = "websocket.frames.last";
  public static final String PINGS_UNANSWERED = "websocket.pings.unanswered";
  public static final String PING_RTT_MS = "websocket.ping.rtt_ms";
  public static final String SIBLINGS_CLOSED = "websocket.siblings.closed";
  public static final String SIBLINGS_SAME_IDLE = "websocket.siblings.same_idle";

  public static final String PROTOCOL_NAME = "network.protocol.name";
  public static final String PROTOCOL_VERSION = "network.protocol.version";
  public static final String TRANSPORT = "network.transport";
  public static final String PEER_ADDRESS = "network.peer.address";
  public static final String PEER_PORT = "network.peer.port";
  public static final String LOCAL_ADDRESS = "network.local.address";
  public static final String LOCAL_PORT = "network.local.port";
  public static final String CLIENT_ADDRESS = "client.address";
  public static final String SERVER_ADDRESS = "server.address";
  public static final String SERVER_PORT = "server.port";
  public static final String URL_SCHEME = "url.scheme";
  public static final String URL_PATH = "url.path";
  public static final String HTTP_STATUS = "http.response.status_code";
  public static final String USER_AGENT = "user_agent.original";
  public static final String ERROR_TYPE = "error.type";

  public static final String FRAME_EVENT = "websocket.frame";
  public static final String FRAME_DIRECTION = "websocket.frame.direction";
  public static final String FRAME_OPCODE = "websocket.frame.opcode";
  public static final String FRAME_FIN = "websocket.frame.fin";
  public static final String FRAME_LENGTH = "websocket.frame.length";
  public static final String FRAME_COMPRESSED = "websocket.frame.compressed";

  /** Only where the operator switched the preview on. */
  public static final String FRAME_PAYLOAD = "websocket.frame.payload";

  /** What bytes that were no frame look like. */
  public static final String FRAME_UNPARSABLE = "websocket.frame.unparsable";

  public static final String EXCEPTION_EVENT = "exception";
  public static final String EXCEPTION_TYPE = "exception.type";
  public static final String EXCEPTION_MESSAGE = "exception.message";
  public static final String EXCEPTION_STACKTRACE = "exception.stacktrace";

  private EventAttributes() {}
}
