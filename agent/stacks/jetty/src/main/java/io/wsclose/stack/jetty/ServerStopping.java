// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty;

import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;

/**
 * {@code Server#doStop}: its connections and nobody else's. A hard stop closes their sockets
 * without a word to the WebSocket layer.
 */
final class ServerStopping {
  private ServerStopping() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Server server) {
    for (Connector connector : server.getConnectors()) {
      for (EndPoint endPoint : connector.getConnectedEndPoints()) {
        Recorder.transport(endPoint).stopping("server");
      }
    }
  }
}
