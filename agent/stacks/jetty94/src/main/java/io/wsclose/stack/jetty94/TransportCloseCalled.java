// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty94;

import io.wsclose.bootstrap.Caller;
import io.wsclose.bootstrap.Recorder;
import io.wsclose.bootstrap.Transport;
import net.bytebuddy.asm.Advice;

/**
 * {@code AbstractWebSocketConnection#disconnect}: the application's {@code disconnect()}, and the
 * last step of every other end.
 */
final class TransportCloseCalled {
  private TransportCloseCalled() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Object key) {
    Transport transport = Recorder.transport(key);
    if (transport.isKnown()) {
      transport.closeRequested(new Caller());
    }
  }
}
