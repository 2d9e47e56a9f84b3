// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.netty;

import io.wsclose.stack.Hook;
import io.wsclose.stack.StackProfile;
import io.wsclose.stack.WebSocketStack;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Netty 4.1 and 4.2, server side. The key of a connection is its {@code Channel}.
 *
 * <p>Methods are advised, no handler is added: application code rearranges pipelines, and a handler
 * at one place sees either the bytes, the frames or the exceptions, never all three. Frames are
 * taken at the codec that every framework on Netty uses, the end at the channel's close future.
 */
public final class NettyStack implements WebSocketStack {
  /** A constant, so that advice gets the value and no reference to this class. */
  static final String NAME = "netty";

  /** The name of a channel attribute. */
  static final String EXCHANGES = "io.wsclose.exchanges";

  private static final String WEBSOCKETX = "io.netty.handler.codec.http.websocketx.";
  private static final String HTTP = "io.netty.handler.codec.http.";
  private static final String CHANNEL = "io.netty.channel.";
  private static final String UNSAFE = CHANNEL + "AbstractChannel$AbstractUnsafe";
  private static final String TIMEOUT = "io.netty.handler.timeout.";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> packages() {
    return Collections.singletonList("io.netty.");
  }

  @Override
  public List<String> artifacts() {
    return Collections.singletonList("io.netty:netty-codec-http");
  }

  @Override
  public boolean reportsCloseToApplication() {
    return false;
  }

  @Override
  public StackProfile profile() {
    return new NettyProfile();
  }

  @Override
  public List<Hook> hooks() {
    return Arrays.asList(
        // opening handshake
        Hook.of(HTTP + "HttpObjectDecoder", "decode", 3, "RequestReceived"),
        Hook.of(HTTP + "HttpObjectEncoder", "encode", 3, "ResponseSent"),
        // frames; the decoders and encoders of versions 7 and 13 inherit these bodies
        Hook.of(WEBSOCKETX + "WebSocket08FrameDecoder", "decode", 3, "FrameReceived"),
        Hook.of(WEBSOCKETX + "WebSocket08FrameEncoder", "encode", 3, "FrameSent"),
        Hook.of(
            WEBSOCKETX + "CloseWebSocketFrame", Hook.CONSTRUCTOR, Hook.ANY_ARITY, "CloseFrameMade"),
        // refused frames
        Hook.of(WEBSOCKETX + "WebSocket08FrameDecoder", "protocolViolation", 3, "FrameRefused"),
        Hook.of(WEBSOCKETX + "Utf8FrameValidator", "protocolViolation", 3, "FrameRefused")
            .optional(),
        // what the socket says; EOF has no portable place, each transport has its own
        Hook.of(CHANNEL + "DefaultChannelPipeline", "fireExceptionCaught", 1, "ReadFailed"),
        Hook.of(
            CHANNEL + "nio.AbstractNioByteChannel$NioByteUnsafe", "closeOnRead", 1, "StreamEnded"),
        Hook.of(
            CHANNEL + "epoll.AbstractEpollChannel$AbstractEpollUnsafe",
            "shutdownInput",
            1,
            "StreamEnded"),
        Hook.of(
            CHANNEL + "kqueue.AbstractKQueueChannel$AbstractKQueueUnsafe",
            "shutdownInput",
            1,
            "StreamEnded"),
        Hook.of(
            CHANNEL + "uring.AbstractIoUringChannel$AbstractUringUnsafe",
            "shutdownInput",
            1,
            "StreamEnded"),
        Hook.of(UNSAFE, "handleWriteError", 1, "WriteFailed").optional(),
        Hook.of(CHANNEL + "nio.AbstractNioByteChannel", "incompleteWrite", 1, "WrittenInPart"),
        Hook.of(CHANNEL + "epoll.AbstractEpollChannel", "setFlag", 1, "EpollWrittenInPart"),
        // timers
        Hook.of(TIMEOUT + "IdleStateHandler", "channelIdle", 2, "IdleExpired"),
        Hook.of(TIMEOUT + "ReadTimeoutHandler", "readTimedOut", 1, "ReadTimedOut"),
        Hook.of(TIMEOUT + "WriteTimeoutHandler", "writeTimedOut", 1, "WriteTimedOut"),
        // who closes; 4.1 has four parameters in the common close, 4.2 has three
        Hook.of(
            CHANNEL + "AbstractChannelHandlerContext", "invokeExceptionCaught", 1, "HandlerFailed"),
        Hook.of(CHANNEL + "AbstractChannelHandlerContext", "close", 1, "TransportCloseCalled"),
        Hook.of(UNSAFE, "close", 4, "TransportClosing"),
        Hook.of(UNSAFE, "close", 3, "TransportClosing"),
        Hook.of(CHANNEL + "AbstractChannel$CloseFuture", "setClosed", 0, "TransportClosed"));
  }
}
