// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tyrus;

import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/** {@code TCPNIOTransport#closeConnection}: the channel is closed, once a connection. */
final class TransportClosed {
  private TransportClosed() {}

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(@Advice.Argument(0) Object transport) {
    Recorder.transport(transport).ended();
  }
}
