package com.acme.chat;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.concurrent.TimeUnit;

/** Pings who says nothing, and gives up on who does not answer. */
final class Heartbeat extends IdleStateHandler {
  private boolean waiting;

  Heartbeat(int millis) {
    super(millis, 0, 0, TimeUnit.MILLISECONDS);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
    waiting = false;
    super.channelRead(ctx, message);
  }

  @Override
  protected void channelIdle(ChannelHandlerContext ctx, IdleStateEvent event) {
    if (waiting) {
      ctx.close();
      return;
    }
    waiting = true;
    ctx.writeAndFlush(new PingWebSocketFrame());
  }
}
