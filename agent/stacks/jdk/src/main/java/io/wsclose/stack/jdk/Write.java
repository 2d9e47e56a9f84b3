// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jdk;

import io.wsclose.bootstrap.Recorder;
import io.wsclose.bootstrap.SocketOperation;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import net.bytebuddy.asm.Advice;

/** Writes of any kind that throw. A local close is no news of the peer. */
final class Write {
  private Write() {}

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(@Advice.This Object channel, @Advice.Thrown Throwable thrown) {
    if (thrown instanceof IOException && !(thrown instanceof ClosedChannelException)) {
      Recorder.transport(channel).socketFailed(SocketOperation.WRITE, thrown);
    }
  }
}
