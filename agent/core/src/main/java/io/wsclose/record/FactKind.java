// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import io.wsclose.bootstrap.FailureOrigin;

/** What can be observed of an end. */
public enum FactKind {
  /** The opening handshake was refused; the code is the HTTP status. */
  REFUSED(true),
  /** A Close frame came; code 1005 where it had none. */
  CLOSE_RECEIVED(true),
  /** A Close frame was handed to the transport. */
  CLOSE_SENT(true),
  /** A Close frame handed over earlier never left this JVM. */
  CLOSE_NOT_SENT(false),
  /** Local code asked for the closing handshake. */
  CLOSE_REQUESTED(true),
  /** Local code asked to drop the transport. */
  TRANSPORT_CLOSE_REQUESTED(true),
  /** The peer's FIN was read. */
  END_OF_STREAM(true),
  /** A socket call failed. */
  SOCKET_FAILED(true),
  /** The parser or a validator refused bytes of the peer; the code is the chosen status code. */
  PARSER_FAILED(true),
  /** A local limit was exceeded. */
  LIMIT_EXCEEDED(true),
  /** A write exceeded the stack's own write timeout. */
  WRITE_TIMED_OUT(true),
  /** TLS failed. */
  TLS_FAILED(true),
  /** Application code threw: ends nothing by itself. */
  APPLICATION_FAILED(false),
  /** Handshake code threw: the refusal that follows is the end. */
  HANDSHAKE_FAILED(false),
  /** What the refused bytes look like. */
  UNPARSABLE(false),
  /** An idle limit ran out; whoever listens may ping or close. The code is the limit in ms. */
  IDLE_EXPIRED(false),
  /** A server, container, event loop or the JVM is stopping. */
  STOPPING(false),
  /** The HTTP or login session ended. */
  SESSION_EXPIRED(false),
  /** The stack dropped its objects for the connection, or uses them for another one. */
  ABANDONED(false),
  /** What the stack told the application. */
  REPORTED(false),
  /** The connection was gone: in no log, it stands for the end itself, see {@link Evidence#end}. */
  ENDED(false);

  private final boolean sign;

  FactKind(boolean sign) {
    this.sign = sign;
  }

  /**
   * @param opened whether the WebSocket was open when it failed
   */
  static FactKind of(FailureOrigin origin, boolean opened) {
    switch (origin) {
      case PARSER:
        return PARSER_FAILED;
      case LIMIT:
        return LIMIT_EXCEEDED;
      case WRITE_TIMEOUT:
        return WRITE_TIMED_OUT;
      case HANDSHAKE:
        return HANDSHAKE_FAILED;
      default:
        return opened ? APPLICATION_FAILED : HANDSHAKE_FAILED;
    }
  }

  /** Whether local code ended the connection with it. */
  boolean isLocalClose() {
    return this == CLOSE_REQUESTED || this == TRANSPORT_CLOSE_REQUESTED || this == CLOSE_SENT;
  }

  /** Whether this alone says that the connection is ending. */
  public boolean isSignOfTheEnd() {
    return sign;
  }
}
