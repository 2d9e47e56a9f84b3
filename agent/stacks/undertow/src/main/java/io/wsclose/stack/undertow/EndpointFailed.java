// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.undertow;

import io.undertow.websockets.jsr.UndertowSession;
import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/**
 * {@code AnnotatedEndpoint#onError}: a method of an annotated endpoint threw. What {@code
 * FrameHandler#onError} and the send handler bring here is the transport's and on record already.
 */
final class EndpointFailed {
  private EndpointFailed() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.Argument(0) Object session, @Advice.Argument(1) Throwable thrown) {
    StackTraceElement[] trace = new Throwable().getStackTrace();
    String caller = trace.length < 2 ? "" : trace[1].getMethodName();
    if (session instanceof UndertowSession
        && !caller.equals("onError")
        && !caller.equals("onResult")) {
      Recorder.of(((UndertowSession) session).getWebSocketChannel().getCloseSetter())
          .failed(FailureOrigin.APPLICATION, 0, thrown);
    }
  }
}
