// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.netty;

import io.netty.channel.ChannelHandlerContext;
import io.wsclose.bootstrap.Caller;
import io.wsclose.bootstrap.Recorder;
import io.wsclose.bootstrap.Transport;
import net.bytebuddy.asm.Advice;

/**
 * {@code AbstractChannelHandlerContext#close(ChannelPromise)}, still on the caller's thread. Closes
 * of channel and pipeline start here too; the call then walks the outbound handlers, the first is
 * the caller's.
 */
final class TransportCloseCalled {
  private TransportCloseCalled() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This ChannelHandlerContext ctx) {
    Transport transport = Recorder.transport(ctx.channel());
    if (transport.isKnown()) {
      transport.closeRequested(new Caller());
    }
  }
}
