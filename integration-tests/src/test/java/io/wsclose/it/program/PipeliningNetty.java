// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.program;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/**
 * A server on Netty that reads on while it works on an answer, as asynchronous ones do: each answer
 * takes a while, and they leave in the order of the requests. {@code /chat…} opens a WebSocket that
 * echoes, {@code /forward…} gives the bytes behind the 101 to somebody else than Netty's codec,
 * {@code /page…} is an ordinary page, all else is not found. At {@code /drop} the connection is
 * closed at once, and {@code /stream} gives a frame to the codec on another kind of channel.
 */
public final class PipeliningNetty {
  private static final int WORK_MILLIS = 100;

  private PipeliningNetty() {}

  public static void main(String[] arguments) throws Exception {
    EventLoopGroup group = new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
    Channel server =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .childHandler(new Http())
            .bind(0)
            .sync()
            .channel();
    int port = ((InetSocketAddress) server.localAddress()).getPort();
    System.out.println("[app] listening on " + port);
    server.closeFuture().sync();
  }

  private static final class Http extends ChannelInitializer<Channel> {
    @Override
    protected void initChannel(Channel channel) {
      channel
          .pipeline()
          .addLast(new HttpServerCodec())
          .addLast(new HttpObjectAggregator(65_536))
          .addLast(new AnswerLater());
    }
  }

  private static final class AnswerLater extends SimpleChannelInboundHandler<FullHttpRequest> {
    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
      if (request.uri().equals("/drop")) {
        ctx.close();
        return;
      }
      request.retain();
      ctx.executor().schedule(() -> answer(ctx, request), WORK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static void answer(ChannelHandlerContext ctx, FullHttpRequest request) {
      try {
        if (request.uri().startsWith("/chat")) {
          ctx.pipeline().addLast(new Echo());
          new WebSocketServerHandshakerFactory("ws://chat.example/chat", null, false)
              .newHandshaker(request)
              .handshake(ctx.channel(), request);
        } else if (request.uri().startsWith("/forward")) {
          forward(ctx);
        } else {
          boolean page =
              request.uri().startsWith("/page")
                  || request.uri().equals("/stream") && new StreamOfFrames(ctx).isFrameDecoded();
          DefaultFullHttpResponse response =
              response(page ? HttpResponseStatus.OK : HttpResponseStatus.NOT_FOUND);
          response.headers().set("Content-Length", 0);
          ctx.writeAndFlush(response);
        }
      } finally {
        request.release();
      }
    }

    private static void forward(ChannelHandlerContext ctx) {
      DefaultFullHttpResponse response = response(HttpResponseStatus.SWITCHING_PROTOCOLS);
      response
          .headers()
          .set("Upgrade", "websocket")
          .set("Connection", "Upgrade")
          .set("Sec-WebSocket-Accept", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
      ctx.writeAndFlush(response);
      ctx.pipeline().addLast(new Backend());
      ctx.pipeline().remove(HttpObjectAggregator.class);
      ctx.pipeline().remove(AnswerLater.class);
      ctx.pipeline().remove(HttpServerCodec.class);
    }

    private static DefaultFullHttpResponse response(HttpResponseStatus status) {
      return new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status);
    }
  }

  private static final class Echo extends SimpleChannelInboundHandler<WebSocketFrame> {
    @Override
    protected void channelRead0(ChannelHandlerContext ctx, WebSocketFrame frame) {
      boolean close = frame instanceof CloseWebSocketFrame;
      ctx.writeAndFlush(frame.retain())
          .addListener(close ? ChannelFutureListener.CLOSE : future -> {});
    }
  }

  /** In place of the server behind a proxy: answers whatever comes with a Close frame 1000. */
  private static final class Backend extends SimpleChannelInboundHandler<ByteBuf> {
    @Override
    protected void channelRead0(ChannelHandlerContext ctx, ByteBuf bytes) {
      ctx.writeAndFlush(Unpooled.wrappedBuffer(new byte[] {(byte) 0x88, 2, 3, (byte) 0xe8}))
          .addListener(ChannelFutureListener.CLOSE);
    }
  }
}
