// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tyrus;

import io.wsclose.bootstrap.Caller;
import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;
import org.glassfish.grizzly.CloseReason;
import org.glassfish.grizzly.CloseType;
import org.glassfish.grizzly.nio.NIOConnection;

/**
 * {@code closeGracefully0} and {@code terminate0} of {@code NIOConnection}: every close of the
 * transport, the first on the caller's thread. A local close waits for what is queued; where the
 * peer is gone, what is still queued will not be sent.
 */
final class TransportClosing {
  private TransportClosing() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.Origin("#m") String method,
      @Advice.This NIOConnection transport,
      @Advice.Argument(1) CloseReason reason) {
    Connection connection = Recorder.of(transport);
    if (!connection.isKnown()) {
      return;
    }
    if (transport.getTransport().isStopped()) {
      connection.transport().stopping("Grizzly transport");
    }
    if (reason.getType() == CloseType.LOCALLY) {
      connection.transport().closeRequested(new Caller());
    } else if (transport.getAsyncWriteQueue().spaceInBytes() > 0) {
      connection.closeNotSent();
    }
    if (method.equals("terminate0") && transport.isOpen()) {
      connection.neverLeft(0, transport.getAsyncWriteQueue().spaceInBytes());
    }
  }
}
