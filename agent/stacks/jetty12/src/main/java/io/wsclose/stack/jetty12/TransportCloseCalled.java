package io.wsclose.stack.jetty12;

import io.wsclose.bootstrap.Caller;
import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.LocalClose;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/**
 * {@code WebSocketCoreSession#abort}: the application's {@code disconnect()}, and the last step of
 * every other end.
 */
final class TransportCloseCalled {
  private TransportCloseCalled() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Object session) {
    Connection connection = Recorder.of(session);
    if (connection.isKnown()) {
      connection.closeRequested(LocalClose.TRANSPORT, new Caller());
    }
  }
}
