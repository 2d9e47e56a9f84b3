// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.WriteTimeoutException;
import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/** {@code WriteTimeoutHandler#writeTimedOut}: the peer does not drain. */
final class WriteTimedOut {
  private WriteTimedOut() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.Argument(0) ChannelHandlerContext ctx) {
    Recorder.of(ctx.channel())
        .failed(FailureOrigin.WRITE_TIMEOUT, 0, WriteTimeoutException.INSTANCE);
  }
}
