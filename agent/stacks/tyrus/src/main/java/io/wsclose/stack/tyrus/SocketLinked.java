// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tyrus;

import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/**
 * {@code ProtocolHandler#setWebSocket}, before the endpoint's {@code onOpen}, which may already
 * send and close.
 */
final class SocketLinked {
  private SocketLinked() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Object handler, @Advice.Argument(0) Object socket) {
    Recorder.link(handler, socket);
    Recorder.of(handler).codecInPlace();
  }
}
