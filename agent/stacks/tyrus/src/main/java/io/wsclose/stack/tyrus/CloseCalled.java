// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tyrus;

import io.wsclose.bootstrap.Caller;
import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/**
 * {@code TyrusRemoteEndpoint#close}: where both {@code close} methods of the session end, on the
 * caller's thread. Tyrus' own closes in answer to a frame or to the transport do not pass here; its
 * idle timer and its limits do, after they were noted as such.
 */
final class CloseCalled {
  private CloseCalled() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.FieldValue("webSocket") Object socket) {
    Connection connection = Recorder.of(socket);
    if (connection.isKnown()) {
      connection.closeRequested(new Caller());
    }
  }
}
