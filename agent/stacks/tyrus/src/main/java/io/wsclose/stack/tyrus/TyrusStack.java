// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tyrus;

import io.wsclose.stack.Hook;
import io.wsclose.stack.StackProfile;
import io.wsclose.stack.WebSocketStack;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Tyrus 1 and 2 on its Grizzly container, server side. The key of a connection is Grizzly's {@code
 * TCPNIOConnection}; what Tyrus puts on top of it is linked when it is put there.
 *
 * <p>Both lines have the same classes and methods, only {@code javax} or {@code jakarta} in their
 * descriptors differs: advice names neither. Codes come from the payload of Close frames, so they
 * are those of the wire; what the application is told is another Close frame, which Tyrus makes and
 * never sends.
 */
public final class TyrusStack implements WebSocketStack {
  /** A constant, so that advice gets the value and no reference to this class. */
  static final String NAME = "tyrus";

  private static final String CORE = "org.glassfish.tyrus.core.";
  private static final String GRIZZLY = "org.glassfish.grizzly.";
  private static final String CONTAINER = "org.glassfish.tyrus.container.grizzly.";
  private static final String HTTP = GRIZZLY + "http.HttpServerFilter";
  private static final String CONNECTION = GRIZZLY + "nio.NIOConnection";
  private static final String TRANSPORT = GRIZZLY + "nio.transport.";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> packages() {
    return Arrays.asList("org.glassfish.tyrus.", "org.glassfish.grizzly.");
  }

  /** Grizzly also serves HTTP, and WebSockets of its own, where there is no Tyrus on it. */
  @Override
  public String marker() {
    return CONTAINER + "server.GrizzlyServerFilter";
  }

  @Override
  public List<String> artifacts() {
    return Collections.singletonList("org.glassfish.tyrus:tyrus-core");
  }

  @Override
  public StackProfile profile() {
    return new TyrusProfile();
  }

  @Override
  public List<Hook> hooks() {
    return Arrays.asList(
        // opening handshake; Grizzly's codec also sees what no Tyrus endpoint ever gets
        Hook.of(HTTP, "onHttpHeaderParsed", 3, "RequestReceived"),
        Hook.of(HTTP, "onHttpHeadersEncoded", 2, "ResponseSent"),
        Hook.of(CORE + "TyrusWebSocketEngine", "handleHandshakeException", 2, "HandshakeRefused"),
        Hook.of(CONTAINER + "server.GrizzlyServerFilter", "write", 2, "RefusalWritten"),
        Hook.of(CONTAINER + "server.GrizzlyServerFilter", "handleHandshake", 2, "HandshakeFailed"),
        // connection, writer, protocol handler, socket, session: each knows the one before
        Hook.of(CONTAINER + "client.GrizzlyWriter", Hook.CONSTRUCTOR, 1, "WriterLinked"),
        Hook.of(CORE + "ProtocolHandler", "setWriter", 1, "HandlerLinked"),
        Hook.of(CORE + "ProtocolHandler", "setWebSocket", 1, "SocketLinked"),
        Hook.of(CORE + "TyrusSession", Hook.CONSTRUCTOR, Hook.ANY_ARITY, "SessionLinked"),
        // frames
        Hook.of(CORE + "ProtocolHandler", "unframe", 1, "FrameReceived"),
        Hook.of(CONTAINER + "client.GrizzlyWriter", "write", 2, "FrameSent"),
        Hook.of(CORE + "frame.CloseFrame", "respond", 1, "CloseReceived"),
        // refused frames and what endpoints throw
        Hook.of(CORE + "ProtocolHandler", "process", 2, "FrameRefused"),
        Hook.of(CORE + "TyrusEndpointWrapper", "onError", 2, "FrameHandlingFailed"),
        Hook.of(CORE + "TyrusEndpointWrapper", "processThrowable", 2, "MessageFailed"),
        Hook.of(CORE + "AnnotatedEndpoint", "onError", 2, "EndpointFailed"),
        // what the socket says
        Hook.of(TRANSPORT + "TCPNIOUtils", "allocateAndReadBuffer", 1, "SocketRead"),
        Hook.of(TRANSPORT + "TCPNIOAsyncQueueWriter", "write0", 2, "WrittenInPart"),
        // who closes
        Hook.of(CORE + "TyrusSession$IdleTimeoutCommand", "run", 0, "IdleExpired"),
        Hook.of(CORE + "TyrusRemoteEndpoint", "close", 1, "CloseCalled"),
        Hook.of(CORE + "TyrusWebSocket", "onClose", 1, "CloseReported"),
        Hook.of(CONNECTION, "closeGracefully0", 2, "TransportClosing"),
        Hook.of(CONNECTION, "terminate0", 2, "TransportClosing"),
        Hook.of(TRANSPORT + "TCPNIOTransport", "closeConnection", 1, "TransportClosed"));
  }
}
