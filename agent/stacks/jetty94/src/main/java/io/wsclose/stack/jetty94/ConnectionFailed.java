// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty94;

import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Recorder;
import io.wsclose.bootstrap.SocketOperation;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.websocket.api.CloseException;
import org.eclipse.jetty.websocket.api.WebSocketException;

/**
 * {@code AbstractWebSocketConnection#close(Throwable)}: parser, extensions, writer, timer and the
 * native API's application report here, before the exception is reduced to a status code. A closed
 * channel is the consequence of something told before, an idle timeout is told by {@code
 * IdleExpired}.
 */
final class ConnectionFailed {
  private ConnectionFailed() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Object key, @Advice.Argument(0) Throwable failure) {
    Connection connection = Recorder.of(key);
    if (failure instanceof SSLException) {
      connection.transport().tlsFailed(failure);
    } else if (failure instanceof IOException) {
      if (!(failure instanceof ClosedChannelException)) {
        connection.transport().socketFailed(SocketOperation.WRITE, failure);
      }
    } else if (!(failure instanceof CloseException
        && failure.getCause() instanceof TimeoutException)) {
      int code =
          failure instanceof CloseException ? ((CloseException) failure).getStatusCode() : 1011;
      FailureOrigin origin =
          code == 1009
              ? FailureOrigin.LIMIT
              : code == 1002 || code == 1007 ? FailureOrigin.PARSER : FailureOrigin.APPLICATION;
      // the parser wraps what an endpoint method threw
      boolean wrapper =
          origin == FailureOrigin.APPLICATION
              && failure instanceof WebSocketException
              && failure.getCause() != null;
      connection.failed(origin, code, wrapper ? failure.getCause() : failure);
    }
  }
}
