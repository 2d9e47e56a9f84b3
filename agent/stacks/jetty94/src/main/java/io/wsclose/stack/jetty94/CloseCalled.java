// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty94;

import io.wsclose.bootstrap.Caller;
import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/**
 * {@code WebSocketSession#close} with two parameters, where the close methods of both APIs end,
 * still on the caller's thread. The stack's own closes do not pass here.
 */
final class CloseCalled {
  private CloseCalled() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.FieldValue("connection") Object key) {
    Connection connection = Recorder.of(key);
    if (connection.isKnown()) {
      connection.closeRequested(new Caller());
    }
  }
}
