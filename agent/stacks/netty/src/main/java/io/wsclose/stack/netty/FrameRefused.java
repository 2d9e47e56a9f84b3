// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/**
 * {@code protocolViolation(ctx, ByteBuf or frame, exception)} of the frame decoder and of the UTF-8
 * validator, before they write their Close frame. The decoder's other overloads end in this one.
 */
final class FrameRefused {
  private FrameRefused() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.Argument(0) ChannelHandlerContext ctx,
      @Advice.Argument(1) Object input,
      @Advice.Argument(2) Object violation) {
    if (!(violation instanceof CorruptedWebSocketFrameException)) {
      return;
    }
    Connection connection = Recorder.of(ctx.channel());
    if (!connection.isKnown()) {
      return;
    }
    CorruptedWebSocketFrameException refused = (CorruptedWebSocketFrameException) violation;
    connection.failed(FailureOrigin.PARSER, refused.closeStatus().code(), refused);
    if (input instanceof ByteBuf) {
      ByteBuf in = (ByteBuf) input;
      // the decoder has read the two bytes of the frame header that it refuses
      int start = Math.max(0, in.readerIndex() - 2);
      byte[] head = new byte[Math.min(16, in.writerIndex() - start)];
      in.getBytes(start, head);
      connection.unparsable(head);
    }
  }
}
