// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.undertow;

import io.undertow.server.DefaultResponseListener;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.util.HeaderValues;
import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Headers;
import io.wsclose.bootstrap.Http11;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/**
 * {@code HttpReadListener#exchangeComplete}: once a request, when its answer was written, whoever
 * chose it, and before the upgrade. If writing failed, the connection ended before.
 */
final class ResponseSent {
  private ResponseSent() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.Argument(0) HttpServerExchange exchange) {
    HttpServerConnection http = (HttpServerConnection) exchange.getConnection();
    Connection connection = Recorder.of(http.getChannel());
    if (!connection.awaitsResponse()) {
      return;
    }
    Throwable thrown = exchange.getAttachment(DefaultResponseListener.EXCEPTION);
    if (thrown != null) {
      connection.failed(FailureOrigin.HANDSHAKE, exchange.getStatusCode(), thrown);
    }
    Headers.Collector headers = new Headers.Collector();
    for (HeaderValues values : exchange.getResponseHeaders()) {
      String name = values.getHeaderName().toString();
      for (String value : values) {
        headers.add(name, value);
      }
    }
    Http11.answered(connection, exchange.getStatusCode(), headers.headers());
  }
}
