// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;

final class ChatPipeline extends ChannelInitializer<SocketChannel> {
  private static final int MAX_FRAME = 64 * 1024;

  private final Settings settings;
  private final ChannelGroup guests;

  ChatPipeline(Settings settings, ChannelGroup guests) {
    this.settings = settings;
    this.guests = guests;
  }

  @Override
  protected void initChannel(SocketChannel channel) {
    WebSocketServerProtocolConfig webSocket =
        WebSocketServerProtocolConfig.newBuilder()
            .websocketPath("/")
            .checkStartsWith(true)
            .subprotocols("chat.v1")
            .maxFramePayloadLength(MAX_FRAME)
            .dropPongFrames(false)
            .build();
    channel
        .pipeline()
        .addLast(new HttpServerCodec())
        .addLast(new HttpObjectAggregator(MAX_FRAME))
        .addLast(new Doorman(settings))
        .addLast(new WebSocketServerProtocolHandler(webSocket))
        .addLast(new ChatHandler());
    guests.add(channel);
  }
}
