// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleState;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/** {@code IdleStateHandler#channelIdle}: what follows, a ping or a close, is the application's. */
final class IdleExpired {
  private IdleExpired() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.This IdleStateHandler handler,
      @Advice.Argument(0) ChannelHandlerContext ctx,
      @Advice.Argument(1) IdleStateEvent event) {
    long limit =
        event.state() == IdleState.READER_IDLE
            ? handler.getReaderIdleTimeInMillis()
            : event.state() == IdleState.WRITER_IDLE
                ? handler.getWriterIdleTimeInMillis()
                : handler.getAllIdleTimeInMillis();
    Recorder.transport(ctx.channel()).idleExpired(limit);
  }
}
