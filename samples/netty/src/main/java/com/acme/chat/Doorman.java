// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import static io.netty.handler.codec.http.HttpResponseStatus.FORBIDDEN;
import static io.netty.handler.codec.http.HttpResponseStatus.INTERNAL_SERVER_ERROR;
import static io.netty.handler.codec.http.HttpResponseStatus.NOT_FOUND;
import static io.netty.handler.codec.http.HttpResponseStatus.UNAUTHORIZED;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;

/** Decides by the first part of the path who may come in, and what rules hold there. */
final class Doorman extends ChannelInboundHandlerAdapter {
  private static final int SLOW_SECONDS = 30;

  private final Settings settings;

  Doorman(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (!(message instanceof FullHttpRequest)) {
      ctx.fireChannelRead(message);
      return;
    }
    FullHttpRequest request = (FullHttpRequest) message;
    String path = new QueryStringDecoder(request.uri()).path();
    ctx.pipeline().get(ChatHandler.class).name(path);
    switch (room(path)) {
      case "chat":
        ctx.fireChannelRead(request);
        break;
      case "lounge":
        addTimer(ctx, settings.number("idle", 2_000), new IdleLimit());
        ctx.fireChannelRead(request);
        break;
      case "watch":
        addTimer(ctx, settings.number("heartbeat", 500), new Heartbeat());
        ctx.fireChannelRead(request);
        break;
      case "slow":
        ctx.executor().schedule(() -> ctx.fireChannelRead(request), SLOW_SECONDS, TimeUnit.SECONDS);
        break;
      case "intranet":
        if (comesFromOwnPage(request.headers())) {
          ctx.fireChannelRead(request);
        } else {
          refuse(ctx, request, FORBIDDEN);
        }
        break;
      case "members":
        refuse(ctx, request, UNAUTHORIZED);
        break;
      case "staff":
        refuse(ctx, request, FORBIDDEN);
        break;
      case "broken":
        refuse(ctx, request, INTERNAL_SERVER_ERROR);
        break;
      default:
        refuse(ctx, request, NOT_FOUND);
    }
  }

  private static String room(String path) {
    int end = path.indexOf('/', 1);
    return end < 0 ? path.substring(1) : path.substring(1, end);
  }

  /** In front of the chat, so that it sees what the guest says. */
  private static void addTimer(ChannelHandlerContext ctx, int millis, ChannelHandler atTheEnd) {
    String chat = ctx.pipeline().context(ChatHandler.class).name();
    ctx.pipeline()
        .addBefore(chat, null, new IdleStateHandler(millis, 0, 0, TimeUnit.MILLISECONDS))
        .addBefore(chat, null, atTheEnd);
  }

  private static boolean comesFromOwnPage(HttpHeaders headers) {
    String origin = headers.get(HttpHeaderNames.ORIGIN, "");
    return origin.substring(origin.indexOf("//") + 2).equals(headers.get(HttpHeaderNames.HOST));
  }

  private static void refuse(
      ChannelHandlerContext ctx, FullHttpRequest request, HttpResponseStatus status) {
    Log.line(new QueryStringDecoder(request.uri()).path() + " answered " + status);
    ReferenceCountUtil.release(request);
    DefaultFullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status);
    response.headers().set(HttpHeaderNames.CONTENT_LENGTH, 0);
    ctx.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
  }
}
