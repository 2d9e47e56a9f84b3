// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.undertow;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.wsclose.bootstrap.Headers;
import io.wsclose.bootstrap.Recorder;
import io.wsclose.bootstrap.Role;
import io.wsclose.bootstrap.Upgrade;
import java.util.Locale;
import net.bytebuddy.asm.Advice;
import org.xnio.StreamConnection;

/**
 * {@code HttpTransferEncoding#setupRequest}: once a request, before any handler. {@code
 * Connectors#executeRootHandler} comes again with every dispatch, and most handlers are never
 * reached by a request with a wrong path, login or key.
 */
final class RequestReceived {
  private RequestReceived() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.Argument(0) HttpServerExchange exchange) {
    HeaderMap request = exchange.getRequestHeaders();
    if (!request.contains(io.undertow.util.Headers.SEC_WEB_SOCKET_KEY)) {
      String upgrade = request.getFirst(io.undertow.util.Headers.UPGRADE);
      if (upgrade == null || !upgrade.toLowerCase(Locale.ROOT).contains("websocket")) {
        return;
      }
    }
    Headers.Collector headers = new Headers.Collector();
    for (HeaderValues values : request) {
      String name = values.getHeaderName().toString();
      for (String value : values) {
        headers.add(name, value);
      }
    }
    HttpServerConnection connection = (HttpServerConnection) exchange.getConnection();
    StreamConnection transport = connection.getChannel();
    Recorder.upgradeRequested(
        transport,
        new Upgrade(
                UndertowStack.NAME,
                HttpServerExchange.class,
                Role.SERVER,
                exchange.getRequestURI(),
                "https".equals(exchange.getRequestScheme()),
                headers.headers())
            .between(transport.getLocalAddress(), transport.getPeerAddress())
            .over(exchange.getProtocol().toString()));
    // for ProxiedLinked, TlsLinked and SocketLinked, which know what lies below
    transport.getLocalAddress();
    connection.getOriginalSourceConduit().getWorker();
    // closed by another thread, before there was anything to end
    if (!transport.isOpen()) {
      Recorder.transport(transport).ended();
    }
  }
}
