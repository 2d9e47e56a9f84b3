// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.netty;

import io.netty.channel.Channel;
import io.wsclose.bootstrap.Recorder;
import io.wsclose.bootstrap.SocketOperation;
import net.bytebuddy.asm.Advice;

/** {@code AbstractUnsafe#handleWriteError}: no handler is told of a failed write. */
final class WriteFailed {
  private WriteFailed() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.FieldValue("this$0") Channel channel, @Advice.Argument(0) Throwable failure) {
    Recorder.transport(channel).socketFailed(SocketOperation.WRITE, failure);
  }
}
