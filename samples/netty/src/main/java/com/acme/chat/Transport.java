// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;

/** How Netty speaks to the kernel. */
enum Transport {
  NIO {
    @Override
    EventLoopGroup group(int threads) {
      return new NioEventLoopGroup(threads);
    }

    @Override
    Class<? extends ServerChannel> serverChannel() {
      return NioServerSocketChannel.class;
    }
  },

  EPOLL {
    @Override
    EventLoopGroup group(int threads) {
      return new EpollEventLoopGroup(threads);
    }

    @Override
    Class<? extends ServerChannel> serverChannel() {
      return EpollServerSocketChannel.class;
    }
  };

  abstract EventLoopGroup group(int threads);

  abstract Class<? extends ServerChannel> serverChannel();
}
