// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jdk;

import io.wsclose.bootstrap.Recorder;
import io.wsclose.bootstrap.SocketOperation;
import io.wsclose.bootstrap.Transport;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import net.bytebuddy.asm.Advice;

/** {@code read(ByteBuffer)}. A local close is no news of the peer. */
final class Read {
  private Read() {}

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(
      @Advice.This Object channel, @Advice.Return int count, @Advice.Thrown Throwable thrown) {
    if (count != -1 && thrown == null) {
      return;
    }
    Transport transport = Recorder.transport(channel);
    if (thrown == null) {
      transport.endOfStream();
    } else if (thrown instanceof IOException
        && !(thrown instanceof ClosedChannelException)
        && !(thrown instanceof SocketTimeoutException)) {
      transport.socketFailed(SocketOperation.READ, thrown);
    }
  }
}
