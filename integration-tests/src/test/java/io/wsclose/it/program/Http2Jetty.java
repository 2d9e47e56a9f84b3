// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.program;

import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Jetty with HTTP/1.1 and HTTP/2 on one plain port; nothing is found there. */
public final class Http2Jetty {
  private Http2Jetty() {}

  public static void main(String[] arguments) throws Exception {
    Server server = new Server();
    HttpConfiguration configuration = new HttpConfiguration();
    ServerConnector connector =
        new ServerConnector(
            server,
            new HttpConnectionFactory(configuration),
            new HTTP2CServerConnectionFactory(configuration));
    server.addConnector(connector);
    server.start();
    System.out.println("[app] listening on " + connector.getLocalPort());
    server.join();
  }
}
