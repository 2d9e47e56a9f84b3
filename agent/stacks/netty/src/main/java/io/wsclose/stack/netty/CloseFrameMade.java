// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.netty;

import io.wsclose.bootstrap.Caller;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/**
 * Constructors of {@code CloseWebSocketFrame}: the frame is written on the event loop, where nobody
 * can tell any more which code asked for it. Constructors call each other; the first maker counts.
 */
final class CloseFrameMade {
  private CloseFrameMade() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Advice.This Object frame) {
    if (Recorder.attached(frame) == null) {
      Recorder.attach(frame, new Caller());
    }
  }
}
