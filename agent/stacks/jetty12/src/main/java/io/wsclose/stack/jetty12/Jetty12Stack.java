// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty12;

import io.wsclose.stack.Hook;
import io.wsclose.stack.StackProfile;
import io.wsclose.stack.WebSocketStack;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Jetty 12.1 and 12.0, server side over HTTP/1.1. The key of a connection is its {@code EndPoint}.
 *
 * <p>All APIs stand on one core: handshake, frames, errors and the end are taken there, and of the
 * native API and EE 10 and 11 what the core does not see. Jetty 10 and 11 have this core in other
 * packages and are not covered.
 */
public final class Jetty12Stack implements WebSocketStack {
  /** A constant, so that advice gets the value and no reference to this class. */
  static final String LINE = "jetty-12";

  /** Where the advice is that the lines of Jetty share. */
  private static final String SHARED = "io.wsclose.stack.jetty.";

  private static final String JETTY = "org.eclipse.jetty.";
  private static final String CORE = JETTY + "websocket.core.";
  private static final String SESSION = CORE + "WebSocketCoreSession";
  private static final String FLUSHER = CORE + "internal.FrameFlusher";
  private static final String NATIVE = JETTY + "websocket.common.";
  private static final String EE10 = JETTY + "ee10.websocket.jakarta.common.Jakarta";
  private static final String EE11 = JETTY + "ee11.websocket.jakarta.common.Jakarta";
  private static final String HANDLER = "WebSocketFrameHandler";

  @Override
  public String name() {
    return "jetty";
  }

  @Override
  public String line() {
    return LINE;
  }

  @Override
  public List<String> packages() {
    return Collections.singletonList(JETTY);
  }

  @Override
  public String marker() {
    return SESSION;
  }

  @Override
  public StackProfile profile() {
    return new Jetty12Profile();
  }

  @Override
  public List<Hook> hooks() {
    return Arrays.asList(
        // opening handshake
        Hook.of(JETTY + "server.internal.HttpChannelState", "onRequest", 1, "RequestReceived"),
        Hook.of(
            JETTY + "server.internal.HttpConnection$HttpStreamOverHTTP1",
            "send",
            5,
            "ResponseSent"),
        Hook.of(JETTY + "server.Response", "writeError", 6, "ErrorWritten"),
        Hook.of(JETTY + "ee10.servlet.ServletChannel", "handleException", 1, "ServletFailed"),
        Hook.of(JETTY + "ee11.servlet.ServletChannel", "handleException", 1, "ServletFailed"),
        // who belongs to whom
        Hook.of(CORE + "WebSocketConnection", Hook.CONSTRUCTOR, 6, "ConnectionLinked"),
        Hook.of(NATIVE + "WebSocketSession", Hook.CONSTRUCTOR, 3, "SessionLinked"),
        Hook.of(EE10 + "WebSocketSession", Hook.CONSTRUCTOR, 4, "SessionLinked"),
        Hook.of(EE11 + "WebSocketSession", Hook.CONSTRUCTOR, 4, "SessionLinked"),
        // frames
        Hook.of(CORE + "internal.Parser", "parse", 1, "FrameReceived"),
        Hook.of(SESSION + "$IncomingAdaptor", "onFrame", 2, "CloseReceived"),
        Hook.of(FLUSHER, "enqueue", 1, "io.wsclose.stack.jetty121.FrameSent").optional(),
        Hook.of(FLUSHER, "enqueue", 3, "FrameSentIn120").optional(),
        Hook.of(FLUSHER, "onCompleteFailure", 1, "WriteGivenUp"),
        Hook.of(JETTY + "io.WriteFlusher", "flush", 2, SHARED + "WrittenInPart"),
        // errors and timers
        Hook.of(SESSION, "processConnectionError", 2, "ConnectionFailed"),
        Hook.of(SESSION, "processHandlerError", 2, "HandlerFailed"),
        // EE 10 leaves to the core what its endpoints throw
        Hook.of(EE11 + HANDLER, "handleError", 2, "EndpointFailed"),
        Hook.of(JETTY + "io.AbstractEndPoint", "onIdleExpired", 1, SHARED + "IdleExpired"),
        Hook.of(JETTY + "io.ssl.SslConnection$SslEndPoint", "fill", 1, SHARED + "TlsRead"),
        Hook.of(
            JETTY + "io.ssl.SslConnection$SslEndPoint", "handleException", 2, SHARED + "TlsFailed"),
        // who closes
        Hook.of(SESSION, "close", 2, "CloseCalled"),
        Hook.of(SESSION, "abort", 0, "TransportCloseCalled"),
        Hook.of(JETTY + "server.Server", "doStop", 0, SHARED + "ServerStopping"),
        Hook.of(NATIVE + "SessionTracker", "shutdown", 0, "SessionsStopping"),
        Hook.of(
            JETTY + "ee10.websocket.jakarta.common.SessionTracker",
            "shutdown",
            0,
            "SessionsStopping"),
        Hook.of(
            JETTY + "ee11.websocket.jakarta.common.SessionTracker",
            "shutdown",
            0,
            "SessionsStopping"),
        // what the application is told, and the end
        Hook.of(NATIVE + "JettyWebSocketFrameHandler", "notifyOnClose", 2, "CloseReported"),
        Hook.of(EE10 + HANDLER, "notifyOnClose", 2, "CloseReported"),
        Hook.of(EE11 + HANDLER, "notifyOnClose", 2, "CloseReported"),
        Hook.of(SESSION, "closeConnection", 2, "CloseReportedByCore"),
        Hook.of(JETTY + "io.AbstractConnection", "onClose", 1, SHARED + "TransportClosed"));
  }
}
