// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty12;

import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.Frame;

/**
 * {@code WebSocketCoreSession.IncomingAdaptor#onFrame}: a frame that passed validation and
 * extensions, so a Close frame here is a legal one.
 */
final class CloseReceived {
  private CloseReceived() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.FieldValue("this$0") Object session, @Advice.Argument(0) Frame frame) {
    if (frame.getOpCode() != 0x8) {
      return;
    }
    CloseStatus status = CloseStatus.getCloseStatus(frame);
    String reason = status.getReason();
    Recorder.of(session).closeReceived(status.getCode(), reason == null ? "" : reason);
  }
}
