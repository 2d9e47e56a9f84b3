package io.wsclose.instrumentation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * WebSocket implementations that are known by one class of theirs, loaded once the first connection
 * opens. One that no {@link Stack} covers is named aloud, so that nobody waits for its events.
 */
enum UncoveredStack {
  TOMCAT("tomcat", "Tomcat WebSocket", "org.apache.tomcat.websocket.WsSession"),
  JAVA_WEBSOCKET("java-websocket", "Java-WebSocket", "org.java_websocket.WebSocketImpl"),
  OKHTTP("okhttp", "OkHttp WebSocket", "okhttp3.internal.ws.RealWebSocket"),
  JDK(
      "jdk-http-client",
      "the JDK's WebSocket client",
      "jdk.internal.net.http.websocket.WebSocketImpl"),
  NETTY(
      "netty", "Netty WebSocket", "io.netty.handler.codec.http.websocketx.WebSocket08FrameDecoder"),
  JETTY_10(
      "jetty-10",
      "Jetty 10 or 11 WebSocket",
      "org.eclipse.jetty.websocket.core.internal.WebSocketCoreSession"),
  UNDERTOW("undertow", "Undertow WebSocket", "io.undertow.websockets.core.WebSocketChannel"),
  TYRUS("tyrus", "Tyrus", "org.glassfish.tyrus.core.TyrusWebSocketEngine"),
  GRIZZLY("grizzly", "Grizzly WebSocket", "org.glassfish.grizzly.websockets.DefaultWebSocket");

  private final String stack;
  private final String title;
  private final String marker;

  UncoveredStack(String stack, String title, String marker) {
    this.stack = stack;
    this.title = title;
    this.marker = marker;
  }

  /** In words. */
  String title() {
    return title;
  }

  /** By the internal names of their markers, all but those that one of {@code installed} covers. */
  static Map<String, UncoveredStack> without(List<Stack> installed) {
    Map<String, UncoveredStack> uncovered = new HashMap<String, UncoveredStack>();
    for (UncoveredStack candidate : values()) {
      if (!candidate.isAmong(installed)) {
        uncovered.put(candidate.marker.replace('.', '/'), candidate);
      }
    }
    return uncovered;
  }

  private boolean isAmong(List<Stack> installed) {
    for (Stack covered : installed) {
      if (covered.name().equals(stack)) {
        return true;
      }
    }
    return false;
  }
}
