// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty12;

import io.wsclose.bootstrap.Caller;
import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/**
 * {@code WebSocketCoreSession#close(CloseStatus, Callback)}, where the close methods of all APIs
 * end, still on the caller's thread. The session's own answers to a Close frame, an error or a
 * timer come here too, after the fact that they answer.
 */
final class CloseCalled {
  private CloseCalled() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Object session) {
    Connection connection = Recorder.of(session);
    if (connection.isKnown()) {
      connection.closeRequested(new Caller());
    }
  }
}
