// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tomcat;

import io.wsclose.stack.Hook;
import io.wsclose.stack.StackProfile;
import io.wsclose.stack.WebSocketStack;
import java.util.Arrays;
import java.util.List;

/**
 * Tomcat 9.0, 10.1 and 11, server side. The lines have the same classes and methods; {@code javax}
 * or {@code jakarta} in their descriptors differs, so advice names no type of these APIs.
 *
 * <p>The key of a connection is its {@code SocketWrapperBase}, from accept to close. Processors,
 * requests, responses and channels are pooled and serve the next connection: they are never keys.
 *
 * <p>Codes come from the frames. What Tomcat passes to the application is often not what happened:
 * 1006 with an {@code EOFException} for a FIN, 1000 for a Close frame without a code, 1002 for a
 * received 1012, and 1001 when the container stops, also for a connection that died before.
 */
public final class TomcatStack implements WebSocketStack {
  /** A constant, so that advice gets the value and no reference to this class. */
  static final String NAME = "tomcat";

  private static final String WEBSOCKET = "org.apache.tomcat.websocket.";
  private static final String SERVER = WEBSOCKET + "server.";
  private static final String ENDPOINT = SERVER + "WsRemoteEndpointImplServer";
  private static final String REMOTE = WEBSOCKET + "WsRemoteEndpointImplBase";
  private static final String FRAMES = WEBSOCKET + "WsFrameBase";
  private static final String SESSION = WEBSOCKET + "WsSession";
  private static final String NET = "org.apache.tomcat.util.net.";
  private static final String HTTP = "org.apache.coyote.http11.Http11Processor";
  private static final String CATALINA = "org.apache.catalina.core.";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> packages() {
    return Arrays.asList("org.apache.tomcat.", "org.apache.coyote.", "org.apache.catalina.");
  }

  /** A Tomcat without its WebSocket jar serves HTTP, or the WebSockets of another library. */
  @Override
  public String marker() {
    return SERVER + "WsServerContainer";
  }

  @Override
  public List<String> artifacts() {
    return Arrays.asList(
        "org.apache.tomcat.embed:tomcat-embed-websocket", "org.apache.tomcat:tomcat-websocket");
  }

  @Override
  public StackProfile profile() {
    return new TomcatProfile();
  }

  @Override
  public List<Hook> hooks() {
    return Arrays.asList(
        // opening handshake
        Hook.of(HTTP, "prepareRequest", 0, "RequestReceived"),
        Hook.of(HTTP, "prepareResponse", 0, "ResponseSent"),
        Hook.of(CATALINA + "StandardWrapperValve", "exception", 3, "HandshakeFailed"),
        Hook.of(CATALINA + "StandardHostValve", "throwable", 3, "HandshakeFailed"),
        Hook.of(SERVER + "WsHttpUpgradeHandler", "init", 1, "OpeningFailed"),
        // what else stands for the connection
        Hook.of(ENDPOINT, Hook.CONSTRUCTOR, Hook.ANY_ARITY, "EndpointMade"),
        Hook.of(SERVER + "WsFrameServer", Hook.CONSTRUCTOR, 5, "SessionLinked"),
        // frames
        Hook.of(FRAMES, "processRemainingHeader", 0, "FrameReceived"),
        Hook.of(FRAMES, "processDataControl", 0, "CloseReceived"),
        Hook.of(REMOTE, "writeHeader", 8, "FrameSent"),
        Hook.of(REMOTE, "sendMessageBlock", 4, "CloseFrameFailed"),
        // refused frames, exceeded limits, and what endpoints throw
        Hook.of(FRAMES, "processInputBuffer", 0, "FrameRefused"),
        Hook.of(FRAMES, "handleThrowableOnSend", 1, "MessageFailed"),
        Hook.of(
                WEBSOCKET + "pojo.PojoMessageHandlerBase",
                "handlePojoMethodInvocationTargetException",
                1,
                "AnnotatedMethodFailed")
            .optional(),
        Hook.of(
            WEBSOCKET + "pojo.PojoEndpointBase", "handleOnOpenOrCloseError", 2, "EndpointFailed"),
        // what the socket says
        Hook.of(NET + "SecureNioChannel", "read", 1, "TlsRead"),
        Hook.of(NET + "SocketWrapperBase", "setError", 1, "AsynchronousSocketFailed"),
        Hook.of(NET + "NioChannel", "write", 3, "WrittenInPart"),
        Hook.of(ENDPOINT + "$1", "failed", 2, "WriteTimedOut"),
        Hook.of(ENDPOINT, "onTimeout", Hook.ANY_ARITY, "SendTimedOut"),
        Hook.of(NET + "SocketWrapperBase$VectoredIOCompletionHandler", "failed", 2, "WriteGivenUp"),
        // who closes, and what the application is told
        Hook.of(SESSION, "doClose", 3, "CloseCalled"),
        Hook.of(NET + "AbstractEndpoint", "stop", 0, "ServerStopping"),
        Hook.of(WEBSOCKET + "WsWebSocketContainer", "destroy", 0, "ContextStopping"),
        Hook.of(SESSION, "fireEndpointOnClose", 1, "CloseReported"),
        Hook.of(NET + "NioEndpoint$NioSocketWrapper", "doClose", 0, "TransportClosed"),
        Hook.of(NET + "Nio2Endpoint$Nio2SocketWrapper", "doClose", 0, "TransportClosed"),
        Hook.of(NET + "AprEndpoint$AprSocketWrapper", "doClose", 0, "TransportClosed").optional());
  }
}
