// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tyrus;

import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/**
 * {@code TyrusEndpointWrapper#onError(TyrusWebSocket, Throwable)}: what the read handler caught
 * that is not a {@code WebSocketException}; the 1011 follows. Its own overflow of the input buffer
 * is an {@code IllegalArgumentException}; an absurd length makes the unmasking throw.
 */
final class FrameHandlingFailed {
  private FrameHandlingFailed() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.Argument(0) Object socket, @Advice.Argument(1) Throwable failure) {
    StackTraceElement[] frames = failure.getStackTrace();
    String thrower = frames.length == 0 ? "" : frames[0].getClassName();
    FailureOrigin origin = FailureOrigin.APPLICATION;
    if (thrower.equals("org.glassfish.tyrus.core.Masker")) {
      origin = FailureOrigin.PARSER;
    } else if (thrower.startsWith("org.glassfish.tyrus.core.")
        && failure instanceof IllegalArgumentException) {
      origin = FailureOrigin.LIMIT;
    }
    Recorder.of(socket).failed(origin, 1011, failure);
  }
}
