// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.util.concurrent.TimeUnit;

/** One guest: says back what it hears, and obeys a few words. */
final class ChatHandler extends SimpleChannelInboundHandler<WebSocketFrame> {
  private static final int PUSH_SIZE = 1024;
  private static final int NAP_MILLIS = 4_000;
  private static final int FLOOD_FRAMES = 1024;
  private static final int FLOOD_SIZE = 16 * 1024;
  private static final int WAIT_FOR_ANSWER_MILLIS = 500;

  private String name = "?";

  void name(String path) {
    name = path;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, WebSocketFrame frame) {
    if (frame instanceof TextWebSocketFrame) {
      hear(ctx, ((TextWebSocketFrame) frame).text());
    } else if (frame instanceof BinaryWebSocketFrame) {
      ctx.writeAndFlush(frame.retain());
    }
  }

  private void hear(ChannelHandlerContext ctx, String text) {
    switch (text) {
      case "/kick":
        kick(ctx);
        break;
      case "/quit":
        quit(ctx);
        break;
      case "/drop":
        drop(ctx);
        break;
      case "/throw":
        throw new IllegalStateException("no such room: 42");
      case "/push":
        push(ctx);
        break;
      case "/push-deaf":
        ctx.channel().config().setAutoRead(false);
        push(ctx);
        break;
      case "/flood":
        flood(ctx);
        break;
      case "/goodbye":
        goodbye(ctx);
        break;
      case "/fault":
        ctx.writeAndFlush(new CloseWebSocketFrame(1011, "storage is gone"));
        break;
      case "/exit":
        System.exit(0);
        break;
      case "/nap":
        Grace.nap(NAP_MILLIS);
        break;
      default:
        ctx.writeAndFlush(new TextWebSocketFrame(text));
    }
  }

  /** Closes as RFC 6455 has it: a Close frame, then the peer's, then the connection. */
  private static void kick(ChannelHandlerContext ctx) {
    ctx.writeAndFlush(new CloseWebSocketFrame(4001, "kicked by a moderator"));
    ctx.executor().schedule(() -> ctx.close(), WAIT_FOR_ANSWER_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Leaves it to Netty what to tell the peer. */
  private static void quit(ChannelHandlerContext ctx) {
    ctx.close();
  }

  /** Passes by all handlers, the one that would send a Close frame included. */
  private static void drop(ChannelHandlerContext ctx) {
    ctx.pipeline().firstContext().close();
  }

  /** Does not wait for the guest to read. */
  private static void flood(ChannelHandlerContext ctx) {
    for (int i = 0; i < FLOOD_FRAMES; i++) {
      ctx.writeAndFlush(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(new byte[FLOOD_SIZE])));
    }
  }

  /** Waits for no answer: the connection goes as soon as the Close frame is written. */
  private static void goodbye(ChannelHandlerContext ctx) {
    new Thread(
            () ->
                ctx.writeAndFlush(new CloseWebSocketFrame(1000, "goodbye"))
                    .addListener(ChannelFutureListener.CLOSE),
            "goodbye")
        .start();
  }

  private static void push(ChannelHandlerContext ctx) {
    BinaryWebSocketFrame news =
        new BinaryWebSocketFrame(Unpooled.wrappedBuffer(new byte[PUSH_SIZE]));
    ctx.writeAndFlush(news)
        .addListener(
            (ChannelFuture written) -> {
              if (written.isSuccess()) {
                ctx.executor().execute(() -> push(ctx));
              }
            });
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) throws Exception {
    if (event instanceof WebSocketServerProtocolHandler.HandshakeComplete) {
      String subprotocol =
          ((WebSocketServerProtocolHandler.HandshakeComplete) event).selectedSubprotocol();
      Log.line(name + " came in" + (subprotocol == null ? "" : ", speaks " + subprotocol));
    }
    super.userEventTriggered(ctx, event);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable failure) {
    Log.line(name + " exceptionCaught " + failure);
    ctx.close();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    Log.line(name + " channelInactive");
  }
}
