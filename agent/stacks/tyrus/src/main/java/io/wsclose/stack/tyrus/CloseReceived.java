// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tyrus;

import io.wsclose.bootstrap.ClosePayload;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;
import org.glassfish.tyrus.core.frame.CloseFrame;

/**
 * {@code CloseFrame#respond}: only Close frames that came get here, after Tyrus found code and
 * reason valid. The empty one does not, see {@link FrameRefused}.
 */
final class CloseReceived {
  private CloseReceived() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This CloseFrame frame, @Advice.Argument(0) Object socket) {
    byte[] body = frame.getPayloadData();
    Recorder.of(socket).closeReceived(ClosePayload.code(body), ClosePayload.reason(body));
  }
}
