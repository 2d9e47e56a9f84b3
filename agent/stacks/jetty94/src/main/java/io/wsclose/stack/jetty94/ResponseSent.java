// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty94;

import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.Headers;
import io.wsclose.bootstrap.Http11;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.io.AbstractConnection;

/**
 * {@code HttpConnection#send}: the answer to an upgrade request, whoever gave it. Without a
 * response it sends more content of one.
 */
final class ResponseSent {
  private ResponseSent() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.This AbstractConnection http, @Advice.Argument(0) MetaData.Response response) {
    if (response == null) {
      return;
    }
    Connection connection = Recorder.of(http.getEndPoint());
    if (!connection.awaitsResponse()) {
      return;
    }
    Headers.Collector headers = new Headers.Collector();
    for (HttpField field : response) {
      headers.add(field.getName(), field.getValue());
    }
    Http11.answered(connection, response.getStatus(), headers.headers());
  }
}
