// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.undertow;

import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/**
 * {@code NioSocketConduit#getWorker}: a getter that XNIO itself calls only at the end of a
 * connection. {@link RequestReceived} calls it for the sake of this hook, since nothing public
 * leads from a connection of XNIO to its socket.
 */
final class SocketLinked {
  private SocketLinked() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.FieldValue("connection") Object transport,
      @Advice.FieldValue("socketChannel") Object socket) {
    Recorder.link(transport, socket);
  }
}
