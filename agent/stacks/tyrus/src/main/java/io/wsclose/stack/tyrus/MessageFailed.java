// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tyrus;

import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;
import org.glassfish.tyrus.core.Utf8DecodingException;
import org.glassfish.tyrus.core.WebSocketException;

/**
 * {@code TyrusEndpointWrapper#processThrowable}: whatever a message brought about, before Tyrus
 * closes for its own exceptions. For all others the connection stays open.
 */
final class MessageFailed {
  private MessageFailed() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.Argument(0) Throwable failure, @Advice.Argument(1) Object session) {
    FailureOrigin origin = FailureOrigin.APPLICATION;
    int status = 0;
    // not public
    if (failure.getClass().getName().endsWith(".MessageTooBigException")) {
      origin = FailureOrigin.LIMIT;
      status = 1009;
    } else if (failure instanceof WebSocketException) {
      origin = FailureOrigin.PARSER;
      status = failure instanceof Utf8DecodingException ? 1007 : 1002;
    }
    Recorder.of(session).failed(origin, status, failure);
  }
}
