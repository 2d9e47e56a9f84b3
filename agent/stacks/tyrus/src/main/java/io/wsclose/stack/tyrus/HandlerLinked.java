// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tyrus;

import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/** {@code ProtocolHandler#setWriter}: one handler for each connection. */
final class HandlerLinked {
  private HandlerLinked() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Object handler, @Advice.Argument(0) Object writer) {
    Recorder.link(writer, handler);
  }
}
