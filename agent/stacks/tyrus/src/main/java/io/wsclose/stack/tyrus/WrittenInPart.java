// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tyrus;

import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;
import org.glassfish.grizzly.asyncqueue.AsyncWriteQueueRecord;

/**
 * {@code TCPNIOAsyncQueueWriter#write0}: called for what is new where nothing waits, and then when
 * the socket takes more.
 */
final class WrittenInPart {
  private WrittenInPart() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Advice.Argument(0) Object transport, @Advice.Argument(1) AsyncWriteQueueRecord record) {
    if (!record.isFinished()) {
      Recorder.of(transport).writtenInPart(true, record.remaining());
    }
  }
}
