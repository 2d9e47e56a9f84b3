// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.program;

import java.net.InetSocketAddress;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** An echo service on Java-WebSocket, for a child JVM. */
public final class JavaWebSocketChat extends WebSocketServer {
  private JavaWebSocketChat() {
    super(new InetSocketAddress("localhost", 0));
  }

  public static void main(String[] arguments) {
    new JavaWebSocketChat().start();
  }

  @Override
  public void onStart() {
    System.out.println("[app] listening on " + getPort());
  }

  @Override
  public void onOpen(WebSocket guest, ClientHandshake request) {}

  @Override
  public void onMessage(WebSocket guest, String text) {
    guest.send(text);
  }

  @Override
  public void onClose(WebSocket guest, int code, String reason, boolean remote) {}

  @Override
  public void onError(WebSocket guest, Exception failure) {
    System.out.println("[app] " + failure);
  }
}
