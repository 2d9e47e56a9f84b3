// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty12;

import io.wsclose.bootstrap.Caller;
import io.wsclose.bootstrap.Recorder;
import io.wsclose.bootstrap.Transport;
import net.bytebuddy.asm.Advice;

/**
 * {@code WebSocketCoreSession#abort}: the application's {@code disconnect()}, and the last step of
 * every other end.
 */
final class TransportCloseCalled {
  private TransportCloseCalled() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Object session) {
    Transport transport = Recorder.transport(session);
    if (transport.isKnown()) {
      transport.closeRequested(new Caller());
    }
  }
}
