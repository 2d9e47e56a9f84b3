// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.undertow;

import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.Recorder;
import io.wsclose.bootstrap.SocketOperation;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import net.bytebuddy.asm.Advice;

/**
 * Writes of {@code IdleTimeoutConduit}, the outermost conduit of every framed channel, when they
 * throw. {@code markWritesBroken} would come after the connection was closed.
 */
final class WriteFailed {
  private WriteFailed() {}

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(@Advice.This Object conduit, @Advice.Thrown Throwable thrown) {
    if (!(thrown instanceof IOException)) {
      return;
    }
    Connection connection = Recorder.of(conduit);
    if (!(thrown instanceof ClosedChannelException)) {
      connection.transport().socketFailed(SocketOperation.WRITE, thrown);
    }
    connection.closeNotSent();
  }
}
