// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.undertow;

import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSocketException;
import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Preview;
import io.wsclose.bootstrap.Recorder;
import java.nio.ByteBuffer;
import net.bytebuddy.asm.Advice;

/**
 * {@code WebSocket07Channel$WebSocketFrameHeader#handle}, when it throws: before Undertow writes
 * its Close frame, and while the bytes are still there.
 */
final class FrameRefused {
  private FrameRefused() {}

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(
      @Advice.FieldValue("this$0") WebSocketChannel channel,
      @Advice.Argument(0) ByteBuffer input,
      @Advice.Thrown Throwable thrown) {
    // an opcode that is not known is an IllegalStateException
    if (!(thrown instanceof WebSocketException) && !(thrown instanceof IllegalStateException)) {
      return;
    }
    Connection connection = Recorder.of(channel.getCloseSetter());
    connection.failed(FailureOrigin.PARSER, 1002, thrown);
    // all checks come after the second byte of the frame header
    connection.unparsable(Preview.head(input, Math.max(0, input.position() - 2)));
  }
}
