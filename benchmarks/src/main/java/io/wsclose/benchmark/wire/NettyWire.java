// SPDX-License-Identifier: Apache-2.0
package io.wsclose.benchmark.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.util.ReferenceCountUtil;

/** Netty 4.2: decoder and encoder of version 13 in an {@code EmbeddedChannel}. */
public final class NettyWire implements Wire {
  private static final int MAX_REQUEST = 8192;

  private final EmbeddedChannel channel;
  private final ByteBuf incoming = Unpooled.wrappedBuffer(SampleFrame.masked());
  private final ByteBuf payload = Unpooled.wrappedBuffer(SampleFrame.payload());
  private final BinaryWebSocketFrame outgoing = new BinaryWebSocketFrame(payload);

  public NettyWire() {
    channel =
        new EmbeddedChannel(
            new HttpServerCodec(),
            new HttpObjectAggregator(MAX_REQUEST),
            new WebSocketServerProtocolHandler("/chat"));
    channel.writeInbound(Unpooled.wrappedBuffer(SampleFrame.request()));
    channel.releaseOutbound();
    channel.pipeline().remove(Utf8FrameValidator.class);
    channel.pipeline().remove(WebSocketServerProtocolHandler.class);
    channel.pipeline().addFirst(new Drain());
    channel.pipeline().addLast(new Drain());
  }

  @Override
  public Object receive() {
    incoming.setIndex(0, incoming.capacity()).retain();
    return channel.pipeline().fireChannelRead(incoming);
  }

  @Override
  public Object send() {
    payload.readerIndex(0).retain();
    return channel.pipeline().write(outgoing, channel.voidPromise());
  }

  @Override
  public Object key() {
    return channel;
  }

  /** Stands at both ends of the codec; what reaches it has passed. */
  private static final class Drain extends ChannelDuplexHandler {
    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      if (message instanceof ByteBuf) {
        ctx.fireChannelRead(message);
      } else {
        ReferenceCountUtil.release(message);
      }
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
      if (message instanceof ByteBuf) {
        ReferenceCountUtil.release(message);
      } else {
        ctx.write(message, promise);
      }
    }
  }
}
