// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tomcat;

import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/**
 * {@code WsFrameBase#handleThrowableOnSend}: what a message handler threw, before the endpoint's
 * {@code onError} reacts. Tomcat closes with 1002. In 11.0 annotated methods do not get here, see
 * {@link AnnotatedMethodFailed}.
 */
final class MessageFailed {
  private MessageFailed() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Object frames, @Advice.Argument(0) Throwable thrown) {
    Recorder.of(frames).failed(FailureOrigin.APPLICATION, 0, thrown);
  }
}
