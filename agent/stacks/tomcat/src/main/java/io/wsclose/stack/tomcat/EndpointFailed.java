// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tomcat;

import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/**
 * {@code PojoEndpointBase#handleOnOpenOrCloseError}: an annotated {@code onOpen} or {@code onClose}
 * threw. Tomcat closes with 1002 and the exception's message.
 */
final class EndpointFailed {
  private EndpointFailed() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.Argument(0) Object session, @Advice.Argument(1) Throwable thrown) {
    Recorder.of(session).failed(FailureOrigin.APPLICATION, 0, thrown);
  }
}
