package io.wsclose.stack.jetty12;

import io.wsclose.bootstrap.Headers;
import io.wsclose.bootstrap.Recorder;
import io.wsclose.bootstrap.Role;
import io.wsclose.bootstrap.Upgrade;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionMetaData;

/**
 * {@code HttpChannelState#onRequest}: every request, whoever will answer it. Plain HTTP pays one
 * pass over its fields. The endpoint stays when WebSocket takes the connection over, so it is the
 * key; under TLS it wraps the endpoint that wraps the channel.
 */
final class RequestReceived {
  private RequestReceived() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.FieldValue("_connectionMetaData") ConnectionMetaData connection,
      @Advice.Argument(0) MetaData.Request request) {
    boolean upgrade = false;
    for (HttpField field : request) {
      upgrade |=
          field.getHeader() == HttpHeader.SEC_WEBSOCKET_KEY
              || field.getHeader() == HttpHeader.UPGRADE
                  && "websocket".equalsIgnoreCase(field.getValue());
    }
    if (!upgrade) {
      return;
    }
    Headers.Collector headers = new Headers.Collector();
    for (HttpField field : request) {
      headers.add(field.getName(), field.getValue());
    }
    EndPoint endPoint = connection.getConnection().getEndPoint();
    Object transport = endPoint.getTransport();
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
                Jetty12Stack.NAME,
                MetaData.class,
                Role.SERVER,
                String.valueOf(request.getHttpURI()),
                endPoint.isSecure(),
                headers.headers())
            .between(local, peer));
    Object inner = endPoint.getTransport();
    while (inner != null) {
      Recorder.alias(endPoint, inner);
      inner = inner instanceof EndPoint ? ((EndPoint) inner).getTransport() : null;
    }
  }
}
