// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.undertow;

import io.wsclose.bootstrap.Recorder;
import io.wsclose.bootstrap.Transport;
import net.bytebuddy.asm.Advice;
import org.xnio.StreamConnection;

/**
 * {@code org.xnio.StreamConnection#invokeCloseListener}: once a connection, when both directions
 * are closed and the socket is. An XNIO worker that shuts down closes its connections without a
 * word to Undertow.
 */
final class TransportClosed {
  private TransportClosed() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This StreamConnection socket) {
    Transport transport = Recorder.transport(socket);
    if (!transport.isKnown()) {
      return;
    }
    if (socket.getWorker().isShutdown()) {
      transport.stopping("XNIO worker");
    }
    transport.ended();
  }
}
