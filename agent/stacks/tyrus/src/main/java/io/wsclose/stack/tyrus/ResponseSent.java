// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tyrus;

import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.Headers;
import io.wsclose.bootstrap.Http11;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.util.MimeHeaders;

/**
 * {@code HttpServerFilter#onHttpHeadersEncoded}: the answer to an upgrade request, whoever gave it.
 * Tyrus calls what it does not know "not applicable", and the 404 is Grizzly's.
 */
final class ResponseSent {
  private ResponseSent() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.Argument(0) HttpHeader header, @Advice.Argument(1) FilterChainContext ctx) {
    Connection connection = Recorder.of(ctx.getConnection());
    if (!connection.awaitsResponse() || !(header instanceof HttpResponsePacket)) {
      return;
    }
    MimeHeaders fields = header.getHeaders();
    Headers.Collector headers = new Headers.Collector();
    for (int i = 0; i < fields.size(); i++) {
      headers.add(fields.getName(i).toString(), fields.getValue(i).toString());
    }
    Http11.answered(connection, ((HttpResponsePacket) header).getStatus(), headers.headers());
  }
}
