// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty12;

import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.websocket.core.exception.CloseException;
import org.eclipse.jetty.websocket.core.exception.WebSocketException;

/**
 * {@code JakartaWebSocketFrameHandler#handleError(Throwable, Callback)} of 12.1: what {@link
 * HandlerFailed} sees for the native API. Without a status code in it the connection stays open.
 */
final class EndpointFailed {
  private EndpointFailed() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.FieldValue("coreSession") Object coreSession, @Advice.Argument(0) Throwable failure) {
    int code = failure instanceof CloseException ? ((CloseException) failure).getStatusCode() : 0;
    FailureOrigin origin =
        code == 1009
            ? FailureOrigin.LIMIT
            : code == 1002 || code == 1007 ? FailureOrigin.PARSER : FailureOrigin.APPLICATION;
    // "FooEndpoint OPEN method error: ...", "Endpoint notification error": around what was thrown
    boolean wrapper =
        origin == FailureOrigin.APPLICATION
            && failure instanceof WebSocketException
            && failure.getCause() != null;
    Recorder.of(coreSession).failed(origin, code, wrapper ? failure.getCause() : failure);
  }
}
