// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.SameThreadExecutor;
import io.undertow.util.StatusCodes;
import io.undertow.websockets.WebSocketProtocolHandshakeHandler;
import io.undertow.websockets.core.protocol.Handshake;
import io.undertow.websockets.core.protocol.version13.Hybi13Handshake;
import java.util.Collections;
import java.util.concurrent.TimeUnit;

/** Decides by the first part of the path who may come in, and what rules hold there. */
final class Doorman implements HttpHandler {
  private static final int SLOW_SECONDS = 30;

  private final HttpHandler chat;
  private final HttpHandler lounge;
  private final HttpHandler watch;

  Doorman(Settings settings) {
    int idle = settings.number("idle", 2_000);
    int heartbeat = settings.number("heartbeat", 500);
    chat = room(new Reception(channel -> {}));
    lounge = room(new Reception(channel -> channel.setIdleTimeout(idle)));
    watch = room(new Reception(channel -> Heartbeat.start(channel, heartbeat)));
  }

  private static HttpHandler room(Reception reception) {
    Handshake handshake = new Hybi13Handshake(Collections.singleton("chat.v1"), false);
    return new WebSocketProtocolHandshakeHandler(Collections.singleton(handshake), reception);
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    String path = exchange.getRequestPath();
    switch (room(path)) {
      case "chat":
        chat.handleRequest(exchange);
        break;
      case "lounge":
        lounge.handleRequest(exchange);
        break;
      case "watch":
        watch.handleRequest(exchange);
        break;
      case "slow":
        exchange.dispatch(SameThreadExecutor.INSTANCE, () -> answerLater(exchange));
        break;
      case "intranet":
        if (comesFromOwnPage(exchange)) {
          chat.handleRequest(exchange);
        } else {
          refuse(exchange, StatusCodes.FORBIDDEN);
        }
        break;
      case "members":
        refuse(exchange, StatusCodes.UNAUTHORIZED);
        break;
      case "staff":
        refuse(exchange, StatusCodes.FORBIDDEN);
        break;
      case "broken":
        throw new IllegalStateException("out of order");
      default:
        refuse(exchange, StatusCodes.NOT_FOUND);
    }
  }

  private void answerLater(HttpServerExchange exchange) {
    exchange
        .getIoThread()
        .executeAfter(() -> exchange.dispatch(chat), SLOW_SECONDS, TimeUnit.SECONDS);
  }

  private static String room(String path) {
    int end = path.indexOf('/', 1);
    return end < 0 ? path.substring(1) : path.substring(1, end);
  }

  private static boolean comesFromOwnPage(HttpServerExchange exchange) {
    String origin = exchange.getRequestHeaders().getFirst(Headers.ORIGIN);
    return origin == null
        || origin.substring(origin.indexOf("//") + 2).equals(exchange.getHostAndPort());
  }

  private static void refuse(HttpServerExchange exchange, int status) {
    Log.line(exchange.getRequestPath() + " answered " + status);
    exchange.setStatusCode(status).endExchange();
  }
}
