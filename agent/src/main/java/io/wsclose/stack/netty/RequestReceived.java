package io.wsclose.stack.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpRequest;
import io.wsclose.bootstrap.Headers;
import io.wsclose.bootstrap.Recorder;
import io.wsclose.bootstrap.Role;
import io.wsclose.bootstrap.Upgrade;
import java.util.List;
import java.util.Map;
import net.bytebuddy.asm.Advice;

/**
 * {@code HttpObjectDecoder#decode}: the one place that sees requests which no WebSocket handler
 * ever gets, because a path, a login or a proxy was wrong. Plain HTTP pays two header look-ups.
 */
final class RequestReceived {
  private RequestReceived() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static int enter(@Advice.Argument(2) List<Object> out) {
    return out.size();
  }

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Advice.Argument(0) ChannelHandlerContext ctx,
      @Advice.Argument(2) List<Object> out,
      @Advice.Enter int before) {
    for (int i = before; i < out.size(); i++) {
      if (!(out.get(i) instanceof HttpRequest)) {
        continue;
      }
      HttpRequest request = (HttpRequest) out.get(i);
      boolean upgrade =
          request.headers().contains("Sec-WebSocket-Key")
              || request.headers().containsValue("Upgrade", "websocket", true);
      if (!upgrade) {
        continue;
      }
      boolean secure = false;
      for (Map.Entry<String, ChannelHandler> handler : ctx.pipeline()) {
        secure |= handler.getValue().getClass().getName().endsWith(".SslHandler");
      }
      Channel channel = ctx.channel();
      Recorder.upgradeRequested(
          channel,
          new Upgrade(
                  NettyStack.NAME,
                  HttpRequest.class,
                  Role.SERVER,
                  request.uri(),
                  secure,
                  Headers.of(request.headers().iteratorAsString()))
              .between(channel.localAddress(), channel.remoteAddress()));
    }
  }
}
