// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty94;

import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.websocket.common.CloseInfo;

/** {@code AbstractWebSocketConnection#remoteClose}: a legal Close frame came. */
final class CloseReceived {
  private CloseReceived() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Object connection, @Advice.Argument(0) CloseInfo close) {
    String reason = close.getReason();
    Recorder.of(connection).closeReceived(close.getStatusCode(), reason == null ? "" : reason);
  }
}
