// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tomcat;

import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/** Constructor of {@code WsFrameServer}, before the endpoint's {@code onOpen}. */
final class SessionLinked {
  private SessionLinked() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Advice.This Object frames,
      @Advice.Argument(0) Object wrapper,
      @Advice.Argument(2) Object session) {
    Recorder.link(wrapper, frames);
    Recorder.link(wrapper, session);
    Recorder.of(wrapper).codecInPlace();
  }
}
