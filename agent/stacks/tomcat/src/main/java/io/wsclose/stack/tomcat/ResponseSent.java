// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tomcat;

import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.Headers;
import io.wsclose.bootstrap.Http11;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;
import org.apache.coyote.Response;
import org.apache.tomcat.util.http.MimeHeaders;

/** {@code Http11Processor#prepareResponse}: the answer to an upgrade request, whoever gave it. */
final class ResponseSent {
  private ResponseSent() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.FieldValue("socketWrapper") Object wrapper,
      @Advice.FieldValue("response") Response response) {
    Connection connection = Recorder.of(wrapper);
    if (!connection.awaitsResponse()) {
      return;
    }
    MimeHeaders fields = response.getMimeHeaders();
    Headers.Collector headers = new Headers.Collector();
    for (int i = 0; i < fields.size(); i++) {
      headers.add(fields.getName(i).toString(), fields.getValue(i).toString());
    }
    Http11.answered(connection, response.getStatus(), headers.headers());
  }
}
