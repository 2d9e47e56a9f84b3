// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty12;

import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Recorder;
import io.wsclose.bootstrap.SocketOperation;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import javax.net.ssl.SSLException;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.websocket.core.exception.CloseException;
import org.eclipse.jetty.websocket.core.exception.WebSocketException;
import org.eclipse.jetty.websocket.core.exception.WebSocketTimeoutException;
import org.eclipse.jetty.websocket.core.exception.WebSocketWriteTimeoutException;

/**
 * {@code WebSocketCoreSession#processConnectionError}: what parser, timers and writer report. A
 * closed channel is the consequence of something told before, an idle timeout is told by {@code
 * IdleExpired}. What Jetty refuses is a {@code CloseException}; {@code fillAndParse} brings any
 * other Throwable, too, wrapped by the parser or not, and that is of this JVM.
 */
final class ConnectionFailed {
  private ConnectionFailed() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Object session, @Advice.Argument(0) Throwable failure) {
    Connection connection = Recorder.of(session);
    if (failure instanceof WebSocketWriteTimeoutException) {
      connection.failed(FailureOrigin.WRITE_TIMEOUT, 1006, failure);
    } else if (failure instanceof CloseException) {
      int code = ((CloseException) failure).getStatusCode();
      connection.failed(code == 1009 ? FailureOrigin.LIMIT : FailureOrigin.PARSER, code, failure);
    } else if (failure instanceof SSLException) {
      connection.transport().tlsFailed(failure);
    } else if (failure instanceof IOException) {
      if (!(failure instanceof ClosedChannelException)) {
        connection.transport().socketFailed(SocketOperation.WRITE, failure);
      }
    } else if (!(failure instanceof WebSocketTimeoutException)) {
      boolean wrapper = failure instanceof WebSocketException && failure.getCause() != null;
      connection.failed(FailureOrigin.APPLICATION, 0, wrapper ? failure.getCause() : failure);
    }
  }
}
