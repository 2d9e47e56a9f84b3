// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.undertow;

import io.undertow.websockets.jsr.UndertowSession;
import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/** {@code FrameHandler#invokeOnError}: a message handler of the Jakarta API threw. */
final class MessageHandlerFailed {
  private MessageHandlerFailed() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.FieldValue("session") UndertowSession session, @Advice.Argument(0) Throwable thrown) {
    Recorder.of(session.getWebSocketChannel().getCloseSetter())
        .failed(FailureOrigin.APPLICATION, 0, thrown);
  }
}
