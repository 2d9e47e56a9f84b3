package com.acme.chat;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
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
 * {@code console} to take {@code stop} (close the server, keep the JVM) and {@code exit} from
 * standard input.
 */
public final class ChatServer {
  private final EventLoopGroup acceptor;
  private final EventLoopGroup workers;

  private ChatServer(Settings settings) throws InterruptedException {
    Transport transport = Transport.valueOf(settings.text("transport", "nio").toUpperCase());
    acceptor = transport.group(1);
    workers = transport.group(2);
    Channel server =
        new ServerBootstrap()
            .group(acceptor, workers)
            .channel(transport.serverChannel())
            .childHandler(new ChatPipeline(settings))
            .bind(settings.number("port", 8080))
            .sync()
            .channel();
    Log.line("listening on " + ((InetSocketAddress) server.localAddress()).getPort());
  }

  public static void main(String[] arguments) throws Exception {
    Settings settings = Settings.of(arguments);
    ChatServer server = new ChatServer(settings);
    if (!settings.has("no-hook")) {
      Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop-chat"));
    }
    if (settings.has("console")) {
      server.obeyConsole();
    }
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
