// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tyrus;

import io.wsclose.bootstrap.ClosePayload;
import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;
import org.glassfish.tyrus.core.frame.CloseFrame;

/**
 * {@code TyrusWebSocket#onClose}: the first call is what the endpoint's {@code onClose} gets. The
 * frame is seldom one of the wire: 1006 stands in it where nothing came, and 1000 for an empty one.
 */
final class CloseReported {
  private CloseReported() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Object socket, @Advice.Argument(0) CloseFrame frame) {
    Connection connection = Recorder.of(socket);
    if (!connection.isKnown()) {
      return;
    }
    byte[] body = frame.getPayloadData();
    connection.reported(ClosePayload.code(body), ClosePayload.reason(body));
  }
}
