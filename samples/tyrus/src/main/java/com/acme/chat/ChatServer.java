// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.glassfish.tyrus.server.Server;

/**
 * A chat service over WebSockets. It prints {@code [app] listening on <port>} when it is ready, and
 * what it is told of each connection.
 *
 * <p>Arguments: {@code port=8080}, {@code idle=2000} and {@code heartbeat=500} in milliseconds,
 * {@code console} to take {@code stop} (close the server, keep the JVM) and {@code exit} from
 * standard input.
 */
public final class ChatServer {
  private static final int ANY_PORT = -1;

  /** Tyrus makes the endpoints, so this is how they get to know. */
  private static volatile Settings settings = Settings.of(new String[0]);

  private final Server server;

  private ChatServer() throws Exception {
    int port = settings.number("port", 8080);
    server =
        new Server(
            "0.0.0.0",
            port == 0 ? ANY_PORT : port,
            "/",
            Collections.<String, Object>emptyMap(),
            Rooms.class,
            Chat.class,
            Lounge.class,
            Watch.class);
    server.start();
    Log.line("listening on " + server.getPort());
  }

  static Settings settings() {
    return settings;
  }

  public static void main(String[] arguments) throws Exception {
    settings = Settings.of(arguments);
    final ChatServer server = new ChatServer();
    Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop-chat"));
    if (settings.has("console")) {
      server.obeyConsole();
    } else {
      Thread.currentThread().join();
    }
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
