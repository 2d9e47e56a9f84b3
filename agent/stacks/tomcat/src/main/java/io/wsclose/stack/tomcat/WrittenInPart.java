// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tomcat;

import io.wsclose.bootstrap.Recorder;
import java.nio.ByteBuffer;
import net.bytebuddy.asm.Advice;

/**
 * {@code NioChannel#write(ByteBuffer[], int, int)}: header and payload of one frame, or what is
 * left of them. TLS writes elsewhere.
 */
final class WrittenInPart {
  private WrittenInPart() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Advice.FieldValue("socketWrapper") Object wrapper,
      @Advice.Argument(0) ByteBuffer[] buffers,
      @Advice.Argument(1) int offset,
      @Advice.Argument(2) int length,
      @Advice.Return long written) {
    long left = 0;
    for (int i = offset; i < offset + length; i++) {
      left += buffers[i].remaining();
    }
    if (left > 0) {
      Recorder.of(wrapper).writtenInPart(written > 0, left);
    }
  }
}
