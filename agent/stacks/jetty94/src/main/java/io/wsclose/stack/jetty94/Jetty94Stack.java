// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty94;

import io.wsclose.stack.Hook;
import io.wsclose.stack.StackProfile;
import io.wsclose.stack.WebSocketStack;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Jetty 9.4, server side over HTTP/1.1, native and javax.websocket API: the latter stands on the
 * former. The key of a connection is its {@code EndPoint}.
 *
 * <p>Many of these names are in later lines too, with other signatures; the marker is in 9.x only.
 */
public final class Jetty94Stack implements WebSocketStack {
  /** A constant, so that advice gets the value and no reference to this class. */
  static final String LINE = "jetty-9.4";

  /** Where the advice is that the lines of Jetty share. */
  private static final String SHARED = "io.wsclose.stack.jetty.";

  private static final String JETTY = "org.eclipse.jetty.";
  private static final String COMMON = JETTY + "websocket.common.";
  private static final String CONNECTION = COMMON + "io.AbstractWebSocketConnection";
  private static final String FLUSHER = COMMON + "io.FrameFlusher";
  private static final String DRIVERS = JETTY + "websocket.jsr356.endpoints.";

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
    return CONNECTION;
  }

  @Override
  public StackProfile profile() {
    return new Jetty94Profile();
  }

  @Override
  public List<Hook> hooks() {
    return Arrays.asList(
        // opening handshake
        Hook.of(JETTY + "server.HttpChannel", "onRequest", 1, "RequestReceived"),
        Hook.of(JETTY + "server.HttpConnection", "send", 5, "ResponseSent"),
        Hook.of(JETTY + "server.HttpChannel", "handleException", 1, "RequestFailed"),
        // who belongs to whom
        Hook.of(CONNECTION, Hook.CONSTRUCTOR, 5, "ConnectionLinked"),
        Hook.of(CONNECTION, "onFillable", 1, "OpenBefore"),
        // frames
        Hook.of(COMMON + "Parser", "notifyFrame", 1, "FrameReceived"),
        Hook.of(COMMON + "Parser", "parseFrame", 1, "FrameRefused"),
        Hook.of(CONNECTION, "remoteClose", 1, "CloseReceived"),
        Hook.of(FLUSHER, "enqueue", 3, "FrameSent"),
        Hook.of(CONNECTION + "$Flusher", "onCompleteFailure", 1, "WriteGivenUp"),
        Hook.of(FLUSHER, "onCompleteFailure", 1, "FramesGivenUp"),
        Hook.of(JETTY + "io.WriteFlusher", "flush", 1, SHARED + "WrittenInPart"),
        // errors and timers
        Hook.of(CONNECTION, "close", 1, "ConnectionFailed"),
        Hook.of(DRIVERS + "JsrAnnotatedEventDriver", "onError", 1, "EndpointFailed"),
        Hook.of(DRIVERS + "JsrEndpointEventDriver", "onError", 1, "EndpointFailed"),
        Hook.of(JETTY + "io.AbstractEndPoint", "onIdleExpired", 1, SHARED + "IdleExpired"),
        Hook.of(JETTY + "io.ssl.SslConnection$DecryptedEndPoint", "fill", 1, SHARED + "TlsRead"),
        Hook.of(
            JETTY + "io.ssl.SslConnection$DecryptedEndPoint",
            "handleException",
            2,
            SHARED + "TlsFailed"),
        // who closes
        Hook.of(COMMON + "WebSocketSession", "close", 2, "CloseCalled"),
        Hook.of(CONNECTION, "disconnect", 0, "TransportCloseCalled"),
        Hook.of(JETTY + "server.Server", "doStop", 0, SHARED + "ServerStopping"),
        Hook.of(COMMON + "SessionTracker", "doStop", 0, "SessionsStopping"),
        // what the application is told, and the end
        Hook.of(COMMON + "WebSocketSession", "callApplicationOnClose", 1, "CloseReported"),
        Hook.of(JETTY + "io.AbstractConnection", "onClose", 0, SHARED + "TransportClosed"));
  }
}
