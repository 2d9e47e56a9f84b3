// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleStateHandler;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/** {@code ReadTimeoutHandler#readTimedOut}: it throws and closes by itself. */
final class ReadTimedOut {
  private ReadTimedOut() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.This IdleStateHandler handler, @Advice.Argument(0) ChannelHandlerContext ctx) {
    Recorder.transport(ctx.channel()).idleExpired(handler.getReaderIdleTimeInMillis());
  }
}
