// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import java.io.IOException;
import java.util.Collections;
import java.util.EnumSet;
import javax.servlet.DispatcherType;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.websocket.DeploymentException;
import javax.websocket.HandshakeResponse;
import javax.websocket.server.HandshakeRequest;
import javax.websocket.server.ServerContainer;
import javax.websocket.server.ServerEndpointConfig;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.servlet.FilterHolder;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.websocket.jsr356.server.deploy.WebSocketServerContainerInitializer;

/** The rooms, on javax.websocket. */
final class JavaxChat {
  private static final int MAX_MESSAGE = 64 * 1024;

  private JavaxChat() {}

  static Handler handler(Settings settings) {
    ServletContextHandler context = new ServletContextHandler();
    context.addFilter(new FilterHolder(refusing(401)), "/members/*", onRequest());
    context.addFilter(new FilterHolder(refusing(403)), "/staff/*", onRequest());
    context.addFilter(new FilterHolder(broken()), "/broken/*", onRequest());
    WebSocketServerContainerInitializer.configure(
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
        ServerEndpointConfig.Builder.create(JavaxGuest.class, "/" + room + "/{name}")
            .subprotocols(Collections.singletonList("chat.v1"))
            .configurator(configurator)
            .build();
    config.getUserProperties().put("timers", timers);
    container.addEndpoint(config);
  }

  private static EnumSet<DispatcherType> onRequest() {
    return EnumSet.of(DispatcherType.REQUEST);
  }

  private static Filter refusing(int status) {
    return new Bouncer() {
      @Override
      public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
          throws IOException {
        Log.line(((HttpServletRequest) request).getRequestURI() + " answered " + status);
        ((HttpServletResponse) response).sendError(status);
      }
    };
  }

  private static Filter broken() {
    return new Bouncer() {
      @Override
      public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
          throws ServletException {
        throw new ServletException("no storage");
      }
    };
  }

  private abstract static class Bouncer implements Filter {
    @Override
    public void init(FilterConfig config) {
      // nothing to prepare
    }

    @Override
    public void destroy() {
      // nothing was prepared
    }
  }

  private static class AnyOrigin extends ServerEndpointConfig.Configurator {
    @Override
    public boolean checkOrigin(String origin) {
      return true;
    }
  }

  /** The API gives the check no Host to compare with. */
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
