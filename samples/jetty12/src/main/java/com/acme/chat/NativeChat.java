// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/** The rooms, on Jetty's own API. */
final class NativeChat {
  private static final int MAX_FRAME = 64 * 1024;

  private final Settings settings;

  private NativeChat(Settings settings) {
    this.settings = settings;
  }

  static Handler handler(Server server, Settings settings) {
    return WebSocketUpgradeHandler.from(server, new NativeChat(settings)::open);
  }

  private void open(ServerWebSocketContainer container) {
    container.setAutoFragment(false);
    container.setMaxFrameSize(MAX_FRAME);
    container.setMaxBinaryMessageSize(MAX_FRAME);
    container.setMaxTextMessageSize(MAX_FRAME);
    container.addMapping(
        "/chat/*", (request, response, callback) -> guest(request, response, Timers.none()));
    container.addMapping(
        "/lounge/*",
        (request, response, callback) ->
            guest(request, response, Timers.idle(settings.number("idle", 2_000))));
    container.addMapping(
        "/watch/*",
        (request, response, callback) ->
            guest(request, response, Timers.heartbeat(settings.number("heartbeat", 500))));
    container.addMapping("/intranet/*", NativeChat::guestFromOwnPage);
    container.addMapping(
        "/members/*",
        (request, response, callback) ->
            refuse(request, response, callback, HttpStatus.UNAUTHORIZED_401));
    container.addMapping(
        "/staff/*",
        (request, response, callback) ->
            refuse(request, response, callback, HttpStatus.FORBIDDEN_403));
    container.addMapping(
        "/broken/*",
        (request, response, callback) -> {
          throw new IllegalStateException("no storage");
        });
  }

  private static Object guestFromOwnPage(
      ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
    String origin = String.valueOf(request.getHeaders().get(HttpHeader.ORIGIN));
    String host = request.getHeaders().get(HttpHeader.HOST);
    return origin.substring(origin.indexOf("//") + 2).equals(host)
        ? guest(request, response, Timers.none())
        : refuse(request, response, callback, HttpStatus.FORBIDDEN_403);
  }

  private static Object guest(
      ServerUpgradeRequest request, ServerUpgradeResponse response, Timers timers) {
    if (request.hasSubProtocol("chat.v1")) {
      response.setAcceptedSubProtocol("chat.v1");
    }
    return new NativeGuest(request.getHttpURI().getPath(), timers);
  }

  private static Object refuse(
      ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback, int status) {
    Log.line(request.getHttpURI().getPath() + " answered " + status);
    Response.writeError(request, response, callback, status);
    return null;
  }
}
