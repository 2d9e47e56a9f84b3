// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.Attribute;
import io.netty.util.AttributeKey;
import io.wsclose.bootstrap.Headers;
import io.wsclose.bootstrap.HttpExchanges;
import io.wsclose.bootstrap.Recorder;
import io.wsclose.bootstrap.Role;
import io.wsclose.bootstrap.Upgrade;
import java.util.List;
import java.util.Map;
import net.bytebuddy.asm.Advice;

/**
 * {@code HttpObjectDecoder#decode}: the one place that sees requests which no WebSocket handler
 * ever gets, because a path, a login or a proxy was wrong.
 *
 * <p>Netty reads on while an asynchronous handler works on its answer, so requests are counted, see
 * {@link HttpExchanges}. Plain HTTP pays two header look-ups, one of a channel attribute, and the
 * counter once a channel.
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
      Channel channel = ctx.channel();
      Attribute<HttpExchanges> attribute =
          channel.attr(AttributeKey.<HttpExchanges>valueOf(NettyStack.EXCHANGES));
      HttpExchanges exchanges = attribute.get();
      if (exchanges == null) {
        exchanges = new HttpExchanges();
        attribute.set(exchanges);
      }
      exchanges.requested();
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
      Recorder.upgradeRequested(
          channel,
          exchanges,
          new Upgrade(
                  NettyStack.NAME,
                  HttpRequest.class,
                  Role.SERVER,
                  request.uri(),
                  secure,
                  Headers.of(request.headers().iteratorAsString()))
              .between(channel.localAddress(), channel.remoteAddress())
              .over(request.protocolVersion().text()));
      // what the decoder still had when the channel was closed is decoded afterwards
      if (!channel.isOpen()) {
        Recorder.transport(channel).ended();
      }
    }
  }
}
