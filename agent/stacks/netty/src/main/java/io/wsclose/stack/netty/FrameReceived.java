// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.AbstractChannel;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.Headers;
import io.wsclose.bootstrap.Recorder;
import io.wsclose.bootstrap.Role;
import io.wsclose.bootstrap.Upgrade;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.bytebuddy.asm.Advice;

/**
 * {@code WebSocket08FrameDecoder#decode}: one call yields at most one frame, whose header the
 * decoder still has in its fields. The payload is as on the wire, before permessage-deflate.
 */
final class FrameReceived {
  private FrameReceived() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static int enter(@Advice.Argument(2) List<Object> out) {
    return out.size();
  }

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Advice.Argument(0) ChannelHandlerContext ctx,
      @Advice.Argument(2) List<Object> out,
      @Advice.Enter int before,
      @Advice.FieldValue("frameOpcode") int opcode,
      @Advice.FieldValue("frameFinalFlag") boolean fin,
      @Advice.FieldValue("frameRsv") int rsv,
      @Advice.FieldValue("frameMasked") boolean masked,
      @Advice.FieldValue("framePayloadLength") long length) {
    if (out.size() == before) {
      return;
    }
    Channel channel = ctx.channel();
    Connection connection = Recorder.of(channel);
    // open before the agent came; only clients mask (RFC 6455 section 5.3), so this is a server.
    // A stream of an HTTP/2 connection is another kind of channel, whose end is not seen
    if (!connection.isKnown() && masked && channel instanceof AbstractChannel) {
      connection =
          Recorder.openedBefore(
              channel,
              new Upgrade(
                      NettyStack.NAME, WebSocketFrame.class, Role.SERVER, "", false, Headers.none())
                  .between(channel.localAddress(), channel.remoteAddress()));
    }
    byte[] pong = null;
    if (opcode == 0xa && connection.isKnown()) {
      ByteBuf body = ((WebSocketFrame) out.get(before)).content();
      pong = new byte[body.readableBytes()];
      body.getBytes(body.readerIndex(), pong);
    }
    connection.frameReceived(opcode, fin, rsv, length, pong);
    if (opcode < 0x8 && connection.previewBytes() > 0) {
      ByteBuf payload = ((WebSocketFrame) out.get(before)).content();
      byte[] head = new byte[Math.min(connection.previewBytes(), payload.readableBytes())];
      payload.getBytes(payload.readerIndex(), head);
      connection.previewReceived(head);
    }
    if (opcode == 0x8 && connection.isKnown()) {
      ByteBuf body = ((WebSocketFrame) out.get(before)).content();
      int start = body.readerIndex();
      boolean hasCode = body.readableBytes() >= 2;
      connection.closeReceived(
          hasCode ? body.getUnsignedShort(start) : 1005,
          hasCode
              ? body.toString(start + 2, body.readableBytes() - 2, StandardCharsets.UTF_8)
              : "");
    }
  }
}
