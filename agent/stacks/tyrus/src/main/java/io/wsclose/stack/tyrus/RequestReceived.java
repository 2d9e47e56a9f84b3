// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tyrus;

import io.wsclose.bootstrap.Headers;
import io.wsclose.bootstrap.Recorder;
import io.wsclose.bootstrap.Role;
import io.wsclose.bootstrap.Upgrade;
import java.net.SocketAddress;
import net.bytebuddy.asm.Advice;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.util.MimeHeaders;
import org.glassfish.grizzly.nio.NIOConnection;
import org.glassfish.tyrus.core.TyrusWebSocketEngine;

/**
 * {@code HttpServerFilter#onHttpHeaderParsed}: once a request, before any filter decides whether it
 * is for Tyrus. Plain HTTP pays two header look-ups.
 */
final class RequestReceived {
  private RequestReceived() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Advice.Argument(0) HttpHeader header, @Advice.Argument(2) FilterChainContext ctx) {
    MimeHeaders fields = header.getHeaders();
    boolean upgrade =
        fields.contains("Sec-WebSocket-Key")
            || "websocket".equalsIgnoreCase(fields.getHeader("Upgrade"));
    if (!upgrade || !(header instanceof HttpRequestPacket)) {
      return;
    }
    Headers.Collector headers = new Headers.Collector();
    for (int i = 0; i < fields.size(); i++) {
      headers.add(fields.getName(i).toString(), fields.getValue(i).toString());
    }
    Connection<?> connection = ctx.getConnection();
    Recorder.upgradeRequested(
        connection,
        new Upgrade(
                TyrusStack.NAME,
                TyrusWebSocketEngine.class,
                Role.SERVER,
                ((HttpRequestPacket) header).getRequestURI(),
                header.isSecure(),
                headers.headers())
            .between(
                (SocketAddress) connection.getLocalAddress(),
                (SocketAddress) connection.getPeerAddress())
            .over(((HttpRequestPacket) header).getProtocolString()));
    if (connection instanceof NIOConnection) {
      Recorder.link(connection, ((NIOConnection) connection).getChannel());
    }
    // closed by another thread, before there was anything to end
    if (!connection.isOpen()) {
      Recorder.transport(connection).ended();
    }
  }
}
