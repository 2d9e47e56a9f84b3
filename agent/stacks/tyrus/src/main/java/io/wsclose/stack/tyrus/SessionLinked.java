// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tyrus;

import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/** Constructor of {@code TyrusSession}: the second parameter is the socket in all lines. */
final class SessionLinked {
  private SessionLinked() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Advice.This Object session, @Advice.Argument(1) Object socket) {
    Recorder.link(socket, session);
  }
}
