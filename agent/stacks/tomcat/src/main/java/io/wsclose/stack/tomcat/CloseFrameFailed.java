// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tomcat;

import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/**
 * {@code WsRemoteEndpointImplBase#sendMessageBlock} of a Close frame, when it throws. A frame with
 * any code but 1000 has 50 ms; one that was written and took longer fails, too, in {@code
 * completed}, and is on the wire all the same.
 */
final class CloseFrameFailed {
  private CloseFrameFailed() {}

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(
      @Advice.This Object endpoint,
      @Advice.Argument(0) byte opcode,
      @Advice.Thrown Throwable thrown) {
    if (thrown == null || opcode != 0x8) {
      return;
    }
    Throwable root = thrown.getCause() == null ? thrown : thrown.getCause();
    StackTraceElement[] trace = root.getStackTrace();
    if (trace.length == 0 || !trace[0].getMethodName().equals("completed")) {
      Recorder.of(endpoint).closeNotSent();
    }
  }
}
