// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.undertow;

import io.wsclose.bootstrap.Recorder;
import java.nio.ByteBuffer;
import net.bytebuddy.asm.Advice;

/**
 * {@code IdleTimeoutConduit#write(ByteBuffer[], int, int)}, with which {@code
 * AbstractFramedChannel#flushSenders} tries to write all frames that are ready, those included that
 * the socket did not take before.
 */
final class WrittenInPart {
  private WrittenInPart() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Advice.This Object conduit,
      @Advice.Argument(0) ByteBuffer[] frames,
      @Advice.Argument(1) int offset,
      @Advice.Argument(2) int length,
      @Advice.Return long written) {
    long left = 0;
    for (int i = offset; i < offset + length; i++) {
      left += frames[i].remaining();
    }
    if (left > 0) {
      Recorder.of(conduit).writtenInPart(written > 0, left);
    }
  }
}
