// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.undertow;

import io.wsclose.stack.Hook;
import io.wsclose.stack.StackProfile;
import io.wsclose.stack.WebSocketStack;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Undertow 2.0 to 2.4, server side: its core API, and the javax and jakarta WebSocket API on top of
 * it. All of them are one {@code WebSocketChannel} a connection.
 *
 * <p>The key of a connection is XNIO's {@code StreamConnection} until the upgrade, then also the
 * channel's close setter, see {@link ChannelMade}.
 */
public final class UndertowStack implements WebSocketStack {
  /** A constant, so that advice gets the value and no reference to this class. */
  static final String NAME = "undertow";

  private static final String HTTP = "io.undertow.server.protocol.http.";
  private static final String FRAMED = "io.undertow.server.protocol.framed.";
  private static final String CONDUITS = "io.undertow.conduits.";
  private static final String CORE = "io.undertow.websockets.core.";
  private static final String VERSION07 = CORE + "protocol.version07.";
  private static final String FRAME_HEADER = VERSION07 + "WebSocket07Channel$WebSocketFrameHeader";
  private static final String JSR = "io.undertow.websockets.jsr.";
  private static final String TLS = "io.undertow.protocols.ssl.SslConduit";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> packages() {
    return Arrays.asList("io.undertow.", "org.xnio.", "org.jboss.threads.");
  }

  @Override
  public List<String> artifacts() {
    return Collections.singletonList("io.undertow:undertow-core");
  }

  @Override
  public StackProfile profile() {
    return new UndertowProfile();
  }

  @Override
  public List<Hook> hooks() {
    return Arrays.asList(
        // opening handshake, and the way down to the socket
        Hook.of(HTTP + "HttpTransferEncoding", "setupRequest", 1, "RequestReceived"),
        Hook.of(
            "io.undertow.server.protocol.proxy.ProxyProtocolReadListener$AddressWrappedConnection",
            "getLocalAddress",
            0,
            "ProxiedLinked"),
        Hook.of(TLS, "getWorker", 0, "TlsLinked"),
        Hook.of("org.xnio.nio.NioSocketConduit", "getWorker", 0, "SocketLinked"),
        Hook.of(HTTP + "HttpReadListener", "exchangeComplete", 1, "ResponseSent"),
        Hook.of(FRAMED + "AbstractFramedChannel", Hook.CONSTRUCTOR, 5, "ChannelMade"),
        Hook.of(FRAMED + "AbstractFramedChannel", "supportsOption", 1, "ChannelLinked"),
        // frames; the channels of versions 8 and 13 inherit these bodies
        Hook.of(FRAME_HEADER, "getExistingChannel", 0, "FrameReceived"),
        Hook.of(VERSION07 + "WebSocket07FrameSinkChannel", "createFrameHeader", 0, "FrameSent"),
        Hook.of(
            VERSION07 + "WebSocket07CloseFrameSourceChannel$CloseFrameValidatorChannelFunction",
            "afterRead",
            3,
            "CloseReceived"),
        // refused frames and exceeded limits
        Hook.of(FRAME_HEADER, "handle", 1, "FrameRefused"),
        Hook.of(CORE + "BufferedTextMessage", "checkMaxSize", 2, "MessageTooBig"),
        Hook.of(CORE + "BufferedBinaryMessage", "checkMaxSize", 2, "MessageTooBig"),
        Hook.of(CORE + "AbstractReceiveListener", "countPing", 1, "TooManyPings").optional(),
        // what the socket says
        Hook.of(FRAMED + "AbstractFramedChannel", "markReadsBroken", 1, "ReadsBroken"),
        // releases before 2.2.19 have neither this method nor a Close frame that is made up
        Hook.of(TLS, "engineUnwrap", 5, "TlsFailed").optional(),
        Hook.of(CORE + "WebSocketChannel", "lastDataRead", 0, "StreamEnded"),
        Hook.of(CORE + "WebSocketChannel", "lastDataRead", 0, "CloseMadeUp").optional(),
        Hook.of(CONDUITS + "IdleTimeoutConduit", "write", 1, "WriteFailed"),
        Hook.of(CONDUITS + "IdleTimeoutConduit", "write", 3, "WriteFailed"),
        Hook.of(CONDUITS + "IdleTimeoutConduit", "writeFinal", 1, "WriteFailed"),
        Hook.of(CONDUITS + "IdleTimeoutConduit", "writeFinal", 3, "WriteFailed"),
        Hook.of(CONDUITS + "IdleTimeoutConduit", "write", 3, "WrittenInPart"),
        Hook.of(FRAMED + "AbstractFramedStreamSinkChannel", "markBroken", 0, "FrameGivenUp"),
        // what the application throws
        Hook.of(CORE + "AbstractReceiveListener", "handleEvent", 1, "ListenerFailed"),
        Hook.of(CORE + "AbstractReceiveListener$1", "complete", 2, "ListenerFailed"),
        Hook.of(CORE + "AbstractReceiveListener$2", "complete", 2, "ListenerFailed"),
        Hook.of(
            "io.undertow.websockets.WebSocketProtocolHandshakeHandler$1",
            "handleUpgrade",
            2,
            "ConnectCallbackFailed"),
        Hook.of(JSR + "FrameHandler", "invokeOnError", 1, "MessageHandlerFailed"),
        Hook.of(JSR + "annotated.AnnotatedEndpoint", "onError", 2, "EndpointFailed"),
        // who closes, and what the application is told
        Hook.of(CORE + "WebSocketChannel", "send", 1, "CloseCalled"),
        Hook.of("org.xnio.Connection", "close", 0, "TransportCloseCalled"),
        Hook.of(CORE + "AbstractReceiveListener", "onFullCloseMessage", 2, "CloseReported"),
        Hook.of(JSR + "UndertowSession", "closeInternal", 1, "CloseReportedBySession"),
        Hook.of("org.xnio.StreamConnection", "invokeCloseListener", 0, "TransportClosed"),
        Hook.of(
            FRAMED + "AbstractFramedChannel$FrameCloseListener",
            "handleEvent",
            1,
            "ChannelClosed"));
  }
}
