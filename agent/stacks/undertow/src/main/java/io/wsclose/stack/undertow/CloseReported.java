// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.undertow;

import io.undertow.websockets.core.WebSocketChannel;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/**
 * {@code AbstractReceiveListener#onFullCloseMessage}: it tells the listener and then answers with
 * what it told, which is 1000 where the frame had no code.
 */
final class CloseReported {
  private CloseReported() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static boolean enter(@Advice.Argument(0) WebSocketChannel channel) {
    return !channel.isCloseFrameSent();
  }

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Advice.Argument(0) WebSocketChannel channel, @Advice.Enter boolean answers) {
    if (answers && channel.getCloseCode() != -1) {
      Recorder.of(channel.getCloseSetter())
          .reported(channel.getCloseCode(), channel.getCloseReason());
    }
  }
}
