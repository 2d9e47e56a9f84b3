package com.acme.chat;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.concurrent.TimeUnit;

/** Sends home who says nothing. */
final class IdleLimit extends IdleStateHandler {
  IdleLimit(int millis) {
    super(millis, 0, 0, TimeUnit.MILLISECONDS);
  }

  @Override
  protected void channelIdle(ChannelHandlerContext ctx, IdleStateEvent event) throws Exception {
    super.channelIdle(ctx, event);
    ctx.close();
  }
}
