// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tyrus;

import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/** Constructor of {@code GrizzlyWriter}, which Tyrus makes once the handshake is answered. */
final class WriterLinked {
  private WriterLinked() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Advice.This Object writer, @Advice.Argument(0) Object connection) {
    Recorder.link(connection, writer);
  }
}
