// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty12;

import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.Request;

/**
 * {@code Response#writeError}, where all its overloads end: a handler or a WebSocket creator threw
 * or failed its callback, and the status is chosen.
 */
final class ErrorWritten {
  private ErrorWritten() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.Argument(0) Request request,
      @Advice.Argument(3) int status,
      @Advice.Argument(5) Throwable cause) {
    if (cause != null) {
      Recorder.of(request.getConnectionMetaData().getConnection().getEndPoint())
          .failed(FailureOrigin.HANDSHAKE, status, cause);
    }
  }
}
