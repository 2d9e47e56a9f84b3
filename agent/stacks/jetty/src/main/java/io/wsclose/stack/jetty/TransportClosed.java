// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty;

import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.EndPoint;

/**
 * {@code AbstractConnection#onClose}: once for what the endpoint carried last, HTTP or WebSocket.
 * HTTP also ends when WebSocket takes over, with the endpoint still open.
 */
final class TransportClosed {
  private TransportClosed() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This AbstractConnection connection) {
    EndPoint endPoint = connection.getEndPoint();
    if (!endPoint.isOpen()) {
      Recorder.transport(endPoint).ended();
    }
  }
}
