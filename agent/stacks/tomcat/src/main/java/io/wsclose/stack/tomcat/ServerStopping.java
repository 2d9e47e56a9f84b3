// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tomcat;

import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;
import org.apache.tomcat.util.net.AbstractEndpoint;

/**
 * {@code AbstractEndpoint#stop}: the connections of one connector. Spring Boot stops it before the
 * web application, so the sockets close without any call of the WebSocket layer.
 */
final class ServerStopping {
  private ServerStopping() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This AbstractEndpoint<?, ?> endpoint) {
    for (Object wrapper : endpoint.getConnections()) {
      Recorder.transport(wrapper).stopping("server");
    }
  }
}
