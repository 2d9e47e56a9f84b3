// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * A chat service over WebSockets. It prints {@code [app] listening on <port>} when it is ready, and
 * what it is told of each connection.
 *
 * <p>Arguments: {@code port=8080}, {@code transport=nio|epoll}, {@code idle=2000} and {@code
 * heartbeat=500} in milliseconds, {@code no-hook} to leave open connections to the end of the JVM,
 * {@code grace=1500} for how long to serve on once the JVM is stopping, in milliseconds, {@code
 * goodbye} to close all connections with 1001 then and wait for the answers, {@code console} to
 * take {@code stop} (close the server, keep the JVM) and {@code exit} from standard input.
 */
public final class ChatServer {
  private static final int GOODBYE_SECONDS = 20;

  private final EventLoopGroup acceptor;
  private final EventLoopGroup workers;
  private final ChannelGroup guests = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

  private ChatServer(Settings settings) throws InterruptedException {
    Transport transport = Transport.valueOf(settings.text("transport", "nio").toUpperCase());
    acceptor = transport.group(1);
    workers = transport.group(2);
    Channel server =
        new ServerBootstrap()
            .group(acceptor, workers)
            .channel(transport.serverChannel())
            .childHandler(new ChatPipeline(settings, guests))
            .bind(settings.number("port", 8080))
            .sync()
            .channel();
    Log.line("listening on " + ((InetSocketAddress) server.localAddress()).getPort());
  }

  public static void main(String[] arguments) throws Exception {
    Settings settings = Settings.of(arguments);
    ChatServer server = new ChatServer(settings);
    if (!settings.has("no-hook")) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> server.leave(settings), "stop-chat"));
    }
    if (settings.has("console")) {
      server.obeyConsole();
    }
  }

  private void leave(Settings settings) {
    Log.line("leaving");
    Grace.pass(settings);
    if (settings.has("goodbye")) {
      guests.writeAndFlush(new CloseWebSocketFrame(1001, "see you"));
      guests.newCloseFuture().awaitUninterruptibly(GOODBYE_SECONDS, TimeUnit.SECONDS);
    }
    stop();
  }

  private void stop() {
    acceptor.shutdownGracefully(0, 2, TimeUnit.SECONDS);
    workers.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
    Log.line("stopped");
  }

  private void obeyConsole() throws IOException {
    BufferedReader console =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = console.readLine(); line != null; line = console.readLine()) {
      if (line.equals("stop")) {
        stop();
      } else if (line.equals("exit")) {
        break;
      }
    }
    System.exit(0);
  }
}
