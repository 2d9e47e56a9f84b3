package io.wsclose.stack.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpResponse;
import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.Headers;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/**
 * {@code HttpObjectEncoder#encode}: the answer to an upgrade request, whoever gave it. Extension
 * handlers have added their header by now.
 */
final class ResponseSent {
  private ResponseSent() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.Argument(0) ChannelHandlerContext ctx, @Advice.Argument(1) Object message) {
    if (!(message instanceof HttpResponse)) {
      return;
    }
    Connection connection = Recorder.of(ctx.channel());
    if (connection.awaitsResponse()) {
      HttpResponse response = (HttpResponse) message;
      connection.responded(
          response.status().code(), Headers.of(response.headers().iteratorAsString()));
    }
  }
}
