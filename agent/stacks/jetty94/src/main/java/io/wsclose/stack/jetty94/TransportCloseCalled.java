package io.wsclose.stack.jetty94;

import io.wsclose.bootstrap.Caller;
import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.LocalClose;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/**
 * {@code AbstractWebSocketConnection#disconnect}: the application's {@code disconnect()}, and the
 * last step of every other end.
 */
final class TransportCloseCalled {
  private TransportCloseCalled() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Object key) {
    Connection connection = Recorder.of(key);
    if (connection.isKnown()) {
      connection.closeRequested(LocalClose.TRANSPORT, new Caller());
    }
  }
}
