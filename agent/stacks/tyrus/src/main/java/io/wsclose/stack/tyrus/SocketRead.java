// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tyrus;

import io.wsclose.bootstrap.Recorder;
import io.wsclose.bootstrap.SocketOperation;
import io.wsclose.bootstrap.Transport;
import java.io.EOFException;
import net.bytebuddy.asm.Advice;

/**
 * {@code TCPNIOUtils#allocateAndReadBuffer}: its caller drops what it throws and makes an {@code
 * EOFException} of everything, a reset too.
 */
final class SocketRead {
  private SocketRead() {}

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(@Advice.Argument(0) Object transport, @Advice.Thrown Throwable thrown) {
    if (thrown == null) {
      return;
    }
    Transport socket = Recorder.transport(transport);
    if (thrown instanceof EOFException) {
      socket.endOfStream();
    } else {
      socket.socketFailed(SocketOperation.READ, thrown);
    }
  }
}
