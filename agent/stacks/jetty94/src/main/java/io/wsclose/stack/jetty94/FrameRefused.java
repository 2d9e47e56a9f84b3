// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty94;

import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Preview;
import io.wsclose.bootstrap.Recorder;
import java.nio.ByteBuffer;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.websocket.api.ProtocolException;

/**
 * {@code Parser#parseFrame}: header and mask are read here, what it throws is the peer's doing. The
 * head of the buffer is that of the frame where the frame starts with it.
 */
final class FrameRefused {
  private FrameRefused() {}

  /** Where in the buffer the frame starts, or -1 where it started before. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  static int enter(
      @Advice.FieldValue("state") Object state, @Advice.Argument(0) ByteBuffer buffer) {
    return "START".equals(((Enum<?>) state).name()) ? buffer.position() : -1;
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(
      @Advice.This Object parser,
      @Advice.Argument(0) ByteBuffer buffer,
      @Advice.Enter int start,
      @Advice.Thrown Throwable thrown) {
    if (!(thrown instanceof ProtocolException)) {
      return;
    }
    Connection connection = Recorder.of(parser);
    if (!connection.isKnown()) {
      return;
    }
    connection.failed(FailureOrigin.PARSER, ((ProtocolException) thrown).getStatusCode(), thrown);
    if (start >= 0) {
      connection.unparsable(Preview.head(buffer, start));
    }
  }
}
