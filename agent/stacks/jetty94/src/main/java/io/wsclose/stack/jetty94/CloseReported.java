// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty94;

import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.websocket.common.CloseInfo;

/**
 * {@code WebSocketSession#callApplicationOnClose}: called up to three times a connection; the first
 * call counts, here as there.
 */
final class CloseReported {
  private CloseReported() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.FieldValue("connection") Object connection, @Advice.Argument(0) CloseInfo close) {
    String reason = close.getReason();
    Recorder.of(connection).reported(close.getStatusCode(), reason == null ? "" : reason);
  }
}
