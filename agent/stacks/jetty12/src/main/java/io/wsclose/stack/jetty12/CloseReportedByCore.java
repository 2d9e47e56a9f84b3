// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty12;

import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.websocket.core.CloseStatus;

/**
 * {@code WebSocketCoreSession#closeConnection}: what a handler without an API above it is told.
 * Where {@link CloseReported} came first, that counts.
 */
final class CloseReportedByCore {
  private CloseReportedByCore() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Object session, @Advice.Argument(0) CloseStatus status) {
    if (status != null) {
      String reason = status.getReason();
      Recorder.of(session).reported(status.getCode(), reason == null ? "" : reason);
    }
  }
}
