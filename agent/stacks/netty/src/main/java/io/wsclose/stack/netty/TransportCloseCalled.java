package io.wsclose.stack.netty;

import io.netty.channel.ChannelHandlerContext;
import io.wsclose.bootstrap.Caller;
import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.LocalClose;
import io.wsclose.bootstrap.Recorder;
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
    Connection connection = Recorder.of(ctx.channel());
    if (connection.isKnown()) {
      connection.closeRequested(LocalClose.TRANSPORT, new Caller());
    }
  }
}
