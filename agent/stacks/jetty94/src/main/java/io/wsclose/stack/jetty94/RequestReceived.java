// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty94;

import io.wsclose.bootstrap.Headers;
import io.wsclose.bootstrap.PrivateField;
import io.wsclose.bootstrap.Recorder;
import io.wsclose.bootstrap.Role;
import io.wsclose.bootstrap.Upgrade;
import java.util.ArrayList;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ProxyConnectionFactory;

/**
 * {@code HttpChannel#onRequest}: every request, whoever will answer it. Plain HTTP pays one pass
 * over its fields. The endpoint stays when WebSocket takes the connection over, so it is the key;
 * under TLS, and behind the PROXY protocol, it wraps the endpoint of the channel.
 *
 * <p>Jetty parses the next request of a connection once the one before is answered. Streams of an
 * HTTP/2 connection share its endpoint, and upgrade nothing (RFC 9113 section 8.6): their requests
 * are left alone.
 */
final class RequestReceived {
  /** As {@code HttpVersion} numbers them. */
  static final int HTTP_2 = 20;

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
    if (!upgrade || message.getHttpVersion().getVersion() >= HTTP_2) {
      return;
    }
    Headers.Collector headers = new Headers.Collector();
    for (HttpField field : message) {
      headers.add(field.getName(), field.getValue());
    }
    boolean secure = endPoint.getTransport() instanceof EndPoint;
    Object inner = endPoint;
    List<Object> beneath = new ArrayList<Object>(4);
    while (inner instanceof EndPoint) {
      inner =
          inner instanceof ProxyConnectionFactory.ProxyEndPoint
              ? PrivateField.read(inner, "_endp")
              : ((EndPoint) inner).getTransport();
      beneath.add(inner);
    }
    Recorder.upgradeRequested(
        endPoint,
        new Upgrade(
                Jetty94Stack.LINE,
                MetaData.class,
                Role.SERVER,
                request.getRequestURI(),
                secure,
                headers.headers())
            .on(inner)
            .over(message.getHttpVersion().asString()));
    for (Object key : beneath) {
      Recorder.link(endPoint, key);
    }
    // closed by another thread, before there was anything to end
    if (!endPoint.isOpen()) {
      Recorder.transport(endPoint).ended();
    }
  }
}
