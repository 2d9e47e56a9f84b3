package io.wsclose.stack.jetty94;

import io.wsclose.bootstrap.Headers;
import io.wsclose.bootstrap.Recorder;
import io.wsclose.bootstrap.Role;
import io.wsclose.bootstrap.Upgrade;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import javax.servlet.http.HttpServletRequest;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.io.EndPoint;

/**
 * {@code HttpChannel#onRequest}: every request, whoever will answer it. Plain HTTP pays one pass
 * over its fields. The endpoint stays when WebSocket takes the connection over, so it is the key;
 * under TLS it wraps the endpoint of the channel.
 */
final class RequestReceived {
  private RequestReceived() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Advice.FieldValue("_endPoint") EndPoint endPoint,
      @Advice.FieldValue("_request") HttpServletRequest request,
      @Advice.Argument(0) MetaData.Request message) {
    boolean upgrade = false;
    for (HttpField field : message) {
      upgrade |=
          field.getHeader() == HttpHeader.SEC_WEBSOCKET_KEY
              || field.getHeader() == HttpHeader.UPGRADE
                  && "websocket".equalsIgnoreCase(field.getValue());
    }
    if (!upgrade) {
      return;
    }
    Headers.Collector headers = new Headers.Collector();
    for (HttpField field : message) {
      headers.add(field.getName(), field.getValue());
    }
    Object transport = endPoint.getTransport();
    boolean secure = transport instanceof EndPoint;
    while (transport instanceof EndPoint) {
      transport = ((EndPoint) transport).getTransport();
    }
    SocketAddress local = null;
    SocketAddress peer = null;
    if (transport instanceof SocketChannel) {
      try {
        local = ((SocketChannel) transport).getLocalAddress();
        peer = ((SocketChannel) transport).getRemoteAddress();
      } catch (IOException closed) {
        // the request is worth telling without its addresses
      }
    }
    Recorder.upgradeRequested(
        endPoint,
        new Upgrade(
                Jetty94Stack.NAME,
                MetaData.class,
                Role.SERVER,
                request.getRequestURI(),
                secure,
                headers.headers())
            .between(local, peer));
    Object inner = endPoint.getTransport();
    while (inner != null) {
      Recorder.alias(endPoint, inner);
      inner = inner instanceof EndPoint ? ((EndPoint) inner).getTransport() : null;
    }
  }
}
