// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.undertow;

import io.undertow.websockets.core.StreamSourceFrameChannel;
import io.undertow.websockets.core.WebSocketMessages;
import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Recorder;
import java.io.IOException;
import net.bytebuddy.asm.Advice;

/**
 * {@code checkMaxSize} of {@code BufferedTextMessage} and {@code BufferedBinaryMessage}. It writes
 * a Close 1009 before it throws, so what it is going to throw is told on the way in.
 */
final class MessageTooBig {
  private MessageTooBig() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.Argument(0) StreamSourceFrameChannel frame,
      @Advice.Argument(1) int read,
      @Advice.FieldValue("maxMessageSize") long limit,
      @Advice.FieldValue("currentSize") long size) {
    if (limit > 0 && read > 0 && size + read > limit) {
      Recorder.of(frame.getWebSocketChannel().getCloseSetter())
          .failed(
              FailureOrigin.LIMIT,
              1009,
              new IOException(WebSocketMessages.MESSAGES.messageToBig(limit)));
    }
  }
}
