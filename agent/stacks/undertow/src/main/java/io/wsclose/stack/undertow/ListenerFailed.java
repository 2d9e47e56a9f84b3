// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.undertow;

import io.undertow.websockets.core.WebSocketChannel;
import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Recorder;
import java.io.IOException;
import net.bytebuddy.asm.Advice;

/**
 * {@code AbstractReceiveListener#handleEvent} and the callbacks by which it hands over whole
 * messages: what the application threw, before XNIO logs and forgets it. IOExceptions go to the
 * listener's {@code onError}.
 */
final class ListenerFailed {
  private ListenerFailed() {}

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(@Advice.Argument(0) WebSocketChannel channel, @Advice.Thrown Throwable thrown) {
    if (thrown != null && !(thrown instanceof IOException)) {
      Recorder.of(channel.getCloseSetter()).failed(FailureOrigin.APPLICATION, 0, thrown);
    }
  }
}
