// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.PingPayload;
import io.wsclose.bootstrap.Recorder;
import java.nio.charset.StandardCharsets;
import net.bytebuddy.asm.Advice;

/**
 * {@code WebSocket08FrameEncoder#encode}, on the event loop and before the write. Whether a Close
 * frame really left is settled by {@link TransportClosing}.
 */
final class FrameSent {
  private FrameSent() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.Argument(0) ChannelHandlerContext ctx, @Advice.Argument(1) WebSocketFrame frame) {
    Connection connection = Recorder.of(ctx.channel());
    if (!connection.isKnown()) {
      return;
    }
    ByteBuf body = frame.content();
    int opcode =
        frame instanceof TextWebSocketFrame
            ? 0x1
            : frame instanceof BinaryWebSocketFrame
                ? 0x2
                : frame instanceof PingWebSocketFrame
                    ? 0x9
                    : frame instanceof PongWebSocketFrame
                        ? 0xa
                        : frame instanceof CloseWebSocketFrame ? 0x8 : 0x0;
    byte[] ping = null;
    if (opcode == 0x9) {
      ping = new byte[Math.min(PingPayload.MAX_LENGTH, body.readableBytes())];
      body.getBytes(body.readerIndex(), ping);
    }
    connection.frameSent(opcode, frame.isFinalFragment(), frame.rsv(), body.readableBytes(), ping);
    if (opcode < 0x8 && connection.previewBytes() > 0) {
      byte[] head = new byte[Math.min(connection.previewBytes(), body.readableBytes())];
      body.getBytes(body.readerIndex(), head);
      connection.previewSent(head);
    }
    if (opcode != 0x8) {
      return;
    }
    int start = body.readerIndex();
    boolean hasCode = body.readableBytes() >= 2;
    connection.closeRequested(Recorder.attached(frame));
    connection.closeSent(
        hasCode ? body.getUnsignedShort(start) : 1005,
        hasCode ? body.toString(start + 2, body.readableBytes() - 2, StandardCharsets.UTF_8) : "");
    if (!ctx.channel().isActive()) {
      connection.closeNotSent();
    }
  }
}
