// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tomcat;

import io.wsclose.bootstrap.Headers;
import io.wsclose.bootstrap.Recorder;
import io.wsclose.bootstrap.Role;
import io.wsclose.bootstrap.Upgrade;
import java.io.IOException;
import java.nio.channels.AsynchronousSocketChannel;
import net.bytebuddy.asm.Advice;
import org.apache.coyote.Request;
import org.apache.tomcat.util.http.MimeHeaders;
import org.apache.tomcat.util.net.Nio2Channel;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SecureNio2Channel;
import org.apache.tomcat.util.net.SecureNioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.apache.tomcat.websocket.server.WsServerContainer;

/**
 * {@code Http11Processor#prepareRequest}: once a request, after its headers were parsed and before
 * valves, filters and authentication. Plain HTTP pays two header look-ups.
 *
 * <p>The target is read from its bytes: a {@code MessageBytes} that once was made a string is one
 * from then on in some versions, and Tomcat decodes those in another way.
 */
final class RequestReceived {
  private RequestReceived() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.FieldValue("socketWrapper") SocketWrapperBase<?> wrapper,
      @Advice.FieldValue("request") Request request) {
    MimeHeaders fields = request.getMimeHeaders();
    if (fields.getValue("Sec-WebSocket-Key") == null
        && !"websocket".equalsIgnoreCase(fields.getHeader("Upgrade"))) {
      return;
    }
    Headers.Collector headers = new Headers.Collector();
    for (int i = 0; i < fields.size(); i++) {
      headers.add(fields.getName(i).toString(), fields.getValue(i).toString());
    }
    Object socket = wrapper.getSocket();
    Object channel = socket instanceof NioChannel ? ((NioChannel) socket).getIOChannel() : null;
    Upgrade upgrade =
        new Upgrade(
                TomcatStack.NAME,
                WsServerContainer.class,
                Role.SERVER,
                String.valueOf(request.requestURI().getByteChunk()),
                socket instanceof SecureNioChannel || socket instanceof SecureNio2Channel,
                headers.headers())
            .on(channel)
            .over(String.valueOf(request.protocol()));
    if (socket instanceof Nio2Channel) {
      try {
        AsynchronousSocketChannel asynchronous = ((Nio2Channel) socket).getIOChannel();
        upgrade.between(asynchronous.getLocalAddress(), asynchronous.getRemoteAddress());
      } catch (IOException closed) {
        // the request is worth an event without its addresses
      }
    }
    Recorder.upgradeRequested(wrapper, upgrade);
    Recorder.link(wrapper, channel);
    // closed by another thread, before there was anything to end
    if (wrapper.isClosed()) {
      Recorder.transport(wrapper).ended();
    }
  }
}
