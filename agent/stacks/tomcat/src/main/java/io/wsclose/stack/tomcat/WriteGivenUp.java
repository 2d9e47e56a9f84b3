// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tomcat;

import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.PrivateField;
import io.wsclose.bootstrap.Recorder;
import java.nio.ByteBuffer;
import net.bytebuddy.asm.Advice;

/**
 * {@code SocketWrapperBase$VectoredIOCompletionHandler#failed}: a write that failed. Tomcat has one
 * frame under way and holds back the next until it is written.
 */
final class WriteGivenUp {
  private WriteGivenUp() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.FieldValue("this$0") Object wrapper, @Advice.Argument(1) Object operation) {
    Connection connection = Recorder.of(wrapper);
    if (!connection.isKnown() || Boolean.TRUE.equals(PrivateField.read(operation, "read"))) {
      return;
    }
    Object buffers = PrivateField.read(operation, "buffers");
    if (buffers instanceof ByteBuffer[]) {
      long left = 0;
      for (ByteBuffer buffer : (ByteBuffer[]) buffers) {
        left += buffer.remaining();
      }
      // of a frame of which the header is whole nothing left
      boolean whole = ((ByteBuffer[]) buffers)[0].position() == 0;
      if (left > 0) {
        connection.neverLeft(whole ? 1 : 0, whole ? 0 : left);
      }
    }
  }
}
