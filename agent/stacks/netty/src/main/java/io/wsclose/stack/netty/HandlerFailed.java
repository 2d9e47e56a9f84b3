// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.netty;

import io.netty.channel.ChannelHandlerContext;
import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/**
 * {@code AbstractChannelHandlerContext#invokeExceptionCaught}: a handler threw, or an exception is
 * on its way through the pipeline; the record takes each Throwable once. The static method of the
 * same name has two parameters and ends here.
 */
final class HandlerFailed {
  private HandlerFailed() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This ChannelHandlerContext ctx, @Advice.Argument(0) Throwable failure) {
    Recorder.of(ctx.channel()).failed(FailureOrigin.APPLICATION, 0, failure);
  }
}
