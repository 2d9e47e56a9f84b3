// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * A chat service over WebSockets. It prints {@code [app] listening on <port>} when it is ready, and
 * what it is told of each connection.
 *
 * <p>Arguments: {@code port=8080}, {@code api=native|javax}, {@code idle=2000} and {@code
 * heartbeat=500} in milliseconds, {@code console} to take {@code stop} (close the server, keep the
 * JVM) and {@code exit} from standard input.
 */
public final class ChatServer {
  private final Server server = new Server();

  private ChatServer(Settings settings) throws Exception {
    ServerConnector connector = new ServerConnector(server);
    connector.setPort(settings.number("port", 8080));
    server.addConnector(connector);
    server.setHandler(
        settings.text("api", "native").equals("native")
            ? NativeChat.handler(settings)
            : JavaxChat.handler(settings));
    server.start();
    Log.line("listening on " + connector.getLocalPort());
  }

  public static void main(String[] arguments) throws Exception {
    Settings settings = Settings.of(arguments);
    final ChatServer server = new ChatServer(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop-chat"));
    if (settings.has("console")) {
      server.obeyConsole();
    }
  }

  private void stop() {
    try {
      server.stop();
    } catch (Exception e) {
      Log.line("not stopped cleanly: " + e);
    }
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
