package io.wsclose.stack.undertow;

import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.Recorder;
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
  static void enter(@Advice.This StreamConnection transport) {
    Connection connection = Recorder.of(transport);
    if (!connection.isKnown()) {
      return;
    }
    if (transport.getWorker().isShutdown()) {
      connection.stopping("XNIO worker");
    }
    connection.ended();
  }
}
