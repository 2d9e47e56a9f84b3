// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty12;

import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Recorder;
import java.nio.channels.ClosedChannelException;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.websocket.core.exception.CloseException;
import org.eclipse.jetty.websocket.core.exception.WebSocketException;
import org.eclipse.jetty.websocket.core.exception.WebSocketTimeoutException;

/**
 * {@code WebSocketCoreSession#processHandlerError}: validation, extensions, message assembly and
 * the application all report here; the status code tells them apart. 12.0 brings its idle timeout,
 * too.
 */
final class HandlerFailed {
  private HandlerFailed() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Object session, @Advice.Argument(0) Throwable failure) {
    if (failure instanceof ClosedChannelException || failure instanceof WebSocketTimeoutException) {
      return;
    }
    int code =
        failure instanceof CloseException ? ((CloseException) failure).getStatusCode() : 1011;
    FailureOrigin origin =
        code == 1009
            ? FailureOrigin.LIMIT
            : code == 1002 || code == 1007 ? FailureOrigin.PARSER : FailureOrigin.APPLICATION;
    // "FooEndpoint OPEN method error: ...", "Endpoint notification error": around what was thrown
    boolean wrapper =
        origin == FailureOrigin.APPLICATION
            && failure instanceof WebSocketException
            && failure.getCause() != null;
    Recorder.of(session).failed(origin, code, wrapper ? failure.getCause() : failure);
  }
}
