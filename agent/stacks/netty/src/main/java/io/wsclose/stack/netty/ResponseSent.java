// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.websocketx.WebSocket08FrameDecoder;
import io.netty.util.AttributeKey;
import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.Headers;
import io.wsclose.bootstrap.HttpExchanges;
import io.wsclose.bootstrap.Recorder;
import java.util.Map;
import net.bytebuddy.asm.Advice;

/**
 * {@code HttpObjectEncoder#encode}: the answer to an upgrade request, whoever gave it. Extension
 * handlers have added their header by now, and the handshaker has put its frame decoder into the
 * pipeline; a proxy that forwards the bytes has not.
 */
final class ResponseSent {
  private ResponseSent() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.Argument(0) ChannelHandlerContext ctx, @Advice.Argument(1) Object message) {
    if (!(message instanceof HttpResponse)) {
      return;
    }
    Channel channel = ctx.channel();
    HttpExchanges exchanges =
        channel.attr(AttributeKey.<HttpExchanges>valueOf(NettyStack.EXCHANGES)).get();
    if (exchanges == null) {
      return;
    }
    HttpResponse response = (HttpResponse) message;
    int status = response.status().code();
    boolean toWebSocket =
        status == 101 && response.headers().containsValue("Upgrade", "websocket", true);
    Connection attempt = exchanges.answered(status, toWebSocket);
    if (!attempt.isKnown()) {
      return;
    }
    if (status == 101) {
      for (Map.Entry<String, ChannelHandler> handler : ctx.pipeline()) {
        if (handler.getValue() instanceof WebSocket08FrameDecoder) {
          attempt.codecInPlace();
        }
      }
    }
    Recorder.answered(
        channel, exchanges, attempt, status, Headers.of(response.headers().iteratorAsString()));
  }
}
