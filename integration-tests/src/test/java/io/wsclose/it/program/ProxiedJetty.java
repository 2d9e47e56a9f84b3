// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.program;

import java.time.Duration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ProxyConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/** WebSockets on Jetty behind the PROXY protocol; they may be idle for 400 ms. */
public final class ProxiedJetty {
  private ProxiedJetty() {}

  public static void main(String[] arguments) throws Exception {
    Server server = new Server();
    ServerConnector connector =
        new ServerConnector(server, new ProxyConnectionFactory(), new HttpConnectionFactory());
    server.addConnector(connector);
    server.setHandler(WebSocketUpgradeHandler.from(server, ProxiedJetty::configure));
    server.start();
    System.out.println("[app] listening on " + connector.getLocalPort());
    server.join();
  }

  private static void configure(ServerWebSocketContainer container) {
    container.setIdleTimeout(Duration.ofMillis(400));
    container.addMapping("/*", (request, response, callback) -> new Guest());
  }

  /** Says nothing. */
  public static final class Guest implements Session.Listener.AutoDemanding {}
}
