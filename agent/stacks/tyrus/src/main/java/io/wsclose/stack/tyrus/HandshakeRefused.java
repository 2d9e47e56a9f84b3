// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tyrus;

import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/**
 * {@code TyrusWebSocketEngine#handleHandshakeException}: turns the exception into a status and
 * drops it. The engine does not know the connection; the exception goes with the response to where
 * it is written, see {@link RefusalWritten}.
 */
final class HandshakeRefused {
  private HandshakeRefused() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.Argument(0) Throwable failure, @Advice.Argument(1) Object response) {
    Recorder.attach(response, failure);
  }
}
