// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import io.undertow.Undertow;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * A chat service over WebSockets. It prints {@code [app] listening on <port>} when it is ready, and
 * what it is told of each connection.
 *
 * <p>Arguments: {@code port=8080}, {@code idle=2000} and {@code heartbeat=500} in milliseconds,
 * {@code grace=1500} for how long to serve on once the JVM is stopping, {@code no-hook} to leave
 * open connections to the end of the JVM, {@code console} to take {@code stop} (close the server,
 * keep the JVM) and {@code exit} from standard input.
 */
public final class ChatServer {
  private final Undertow server;

  private ChatServer(Settings settings) {
    server =
        Undertow.builder()
            .addHttpListener(settings.number("port", 8080), "0.0.0.0")
            .setIoThreads(2)
            .setWorkerThreads(2)
            .setHandler(new Doorman(settings))
            .build();
    server.start();
    InetSocketAddress address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    Log.line("listening on " + address.getPort());
  }

  public static void main(String[] arguments) throws IOException {
    Settings settings = Settings.of(arguments);
    final ChatServer chat = new ChatServer(settings);
    if (!settings.has("no-hook")) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> chat.leave(settings), "stop-chat"));
    }
    if (settings.has("console")) {
      chat.obeyConsole();
    }
  }

  private void leave(Settings settings) {
    Log.line("leaving");
    Grace.pass(settings);
    stop();
  }

  private void stop() {
    server.stop();
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
