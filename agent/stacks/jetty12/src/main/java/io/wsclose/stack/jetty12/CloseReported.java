// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty12;

import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.websocket.core.CloseStatus;

/**
 * {@code notifyOnClose} of the APIs' frame handlers, which the application's onClose hears: the
 * first call counts, here as there.
 */
final class CloseReported {
  private CloseReported() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.FieldValue("session") Object session, @Advice.Argument(0) CloseStatus status) {
    String reason = status.getReason();
    Recorder.of(session).reported(status.getCode(), reason == null ? "" : reason);
  }
}
