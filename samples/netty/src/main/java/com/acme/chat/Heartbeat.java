// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.timeout.IdleStateEvent;

/** Pings who says nothing, and gives up on who does not answer. */
final class Heartbeat extends ChannelDuplexHandler {
  private boolean waiting;

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    waiting = false;
    ctx.fireChannelRead(message);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (!(event instanceof IdleStateEvent)) {
      ctx.fireUserEventTriggered(event);
    } else if (waiting) {
      ctx.close();
    } else {
      waiting = true;
      ctx.writeAndFlush(new PingWebSocketFrame());
    }
  }
}
