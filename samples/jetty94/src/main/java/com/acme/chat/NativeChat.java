// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import java.io.IOException;
import javax.servlet.ServletException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.websocket.api.WebSocketPolicy;
import org.eclipse.jetty.websocket.server.NativeWebSocketConfiguration;
import org.eclipse.jetty.websocket.server.NativeWebSocketServletContainerInitializer;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeFilter;
import org.eclipse.jetty.websocket.servlet.ServletUpgradeRequest;
import org.eclipse.jetty.websocket.servlet.ServletUpgradeResponse;

/** The rooms, on Jetty's own API. */
final class NativeChat {
  private static final int MAX_FRAME = 64 * 1024;

  private final Settings settings;

  private NativeChat(Settings settings) {
    this.settings = settings;
  }

  static Handler handler(Settings settings) throws ServletException {
    ServletContextHandler context = new ServletContextHandler();
    NativeWebSocketServletContainerInitializer.configure(
        context, (servlets, container) -> new NativeChat(settings).open(container));
    WebSocketUpgradeFilter.configure(context);
    return context;
  }

  private void open(NativeWebSocketConfiguration container) {
    WebSocketPolicy policy = container.getPolicy();
    policy.setMaxTextMessageSize(MAX_FRAME);
    policy.setMaxBinaryMessageSize(MAX_FRAME);
    container.addMapping("/chat/*", (request, response) -> guest(request, response, Timers.none()));
    container.addMapping(
        "/lounge/*",
        (request, response) ->
            guest(request, response, Timers.idle(settings.number("idle", 2_000))));
    container.addMapping(
        "/watch/*",
        (request, response) ->
            guest(request, response, Timers.heartbeat(settings.number("heartbeat", 500))));
    container.addMapping("/intranet/*", NativeChat::guestFromOwnPage);
    container.addMapping(
        "/members/*", (request, response) -> refuse(request, response, 401, "Unauthorized"));
    container.addMapping(
        "/staff/*", (request, response) -> refuse(request, response, 403, "Forbidden"));
    container.addMapping(
        "/broken/*",
        (request, response) -> {
          throw new IllegalStateException("no storage");
        });
  }

  private static Object guestFromOwnPage(
      ServletUpgradeRequest request, ServletUpgradeResponse response) {
    String origin = String.valueOf(request.getOrigin());
    return origin.substring(origin.indexOf("//") + 2).equals(request.getHeader("Host"))
        ? guest(request, response, Timers.none())
        : refuse(request, response, 403, "Origin mismatch");
  }

  private static Object guest(
      ServletUpgradeRequest request, ServletUpgradeResponse response, Timers timers) {
    if (request.hasSubProtocol("chat.v1")) {
      response.setAcceptedSubProtocol("chat.v1");
    }
    return new NativeGuest(request.getRequestPath(), timers);
  }

  private static Object refuse(
      ServletUpgradeRequest request, ServletUpgradeResponse response, int status, String message) {
    Log.line(request.getRequestPath() + " answered " + status);
    try {
      response.sendError(status, message);
    } catch (IOException e) {
      Log.line(request.getRequestPath() + " " + e);
    }
    return null;
  }
}
