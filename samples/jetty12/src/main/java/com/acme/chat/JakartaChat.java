// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.Handler;

/** The rooms, on Jakarta WebSocket. */
final class JakartaChat {
  private static final int MAX_MESSAGE = 64 * 1024;

  private JakartaChat() {}

  static Handler handler(Settings settings) {
    ServletContextHandler context = new ServletContextHandler();
    context.addFilter(new FilterHolder(refusing(401)), "/members/*", onRequest());
    context.addFilter(new FilterHolder(refusing(403)), "/staff/*", onRequest());
    context.addFilter(new FilterHolder(broken()), "/broken/*", onRequest());
    JakartaWebSocketServletContainerInitializer.configure(
        context, (servlets, container) -> open(container, settings));
    return context;
  }

  private static void open(ServerContainer container, Settings settings)
      throws DeploymentException {
    container.setDefaultMaxBinaryMessageBufferSize(MAX_MESSAGE);
    container.setDefaultMaxTextMessageBufferSize(MAX_MESSAGE);
    add(container, "chat", Timers.none(), new AnyOrigin());
    add(container, "lounge", Timers.idle(settings.number("idle", 2_000)), new AnyOrigin());
    add(container, "watch", Timers.heartbeat(settings.number("heartbeat", 500)), new AnyOrigin());
    add(container, "intranet", Timers.none(), new OwnOrigin());
  }

  private static void add(
      ServerContainer container, String room, Timers timers, AnyOrigin configurator)
      throws DeploymentException {
    ServerEndpointConfig config =
        ServerEndpointConfig.Builder.create(JakartaGuest.class, "/" + room + "/{name}")
            .subprotocols(List.of("chat.v1"))
            .configurator(configurator)
            .build();
    config.getUserProperties().put("timers", timers);
    container.addEndpoint(config);
  }

  private static EnumSet<DispatcherType> onRequest() {
    return EnumSet.of(DispatcherType.REQUEST);
  }

  private static Filter refusing(int status) {
    return (request, response, chain) -> {
      Log.line(((HttpServletRequest) request).getRequestURI() + " answered " + status);
      ((HttpServletResponse) response).sendError(status);
    };
  }

  private static Filter broken() {
    return (request, response, chain) -> {
      throw new ServletException("no storage");
    };
  }

  private static class AnyOrigin extends ServerEndpointConfig.Configurator {
    @Override
    public boolean checkOrigin(String origin) {
      return true;
    }
  }

  /** The Jakarta API gives the check no Host to compare with. */
  private static final class OwnOrigin extends AnyOrigin {
    @Override
    public boolean checkOrigin(String origin) {
      return origin == null || origin.endsWith("//chat.example");
    }

    @Override
    public void modifyHandshake(
        ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
      Log.line("from " + request.getHeaders().get("Origin"));
    }
  }
}
