// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.undertow;

import io.undertow.websockets.core.WebSocketChannel;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/** {@code WebSocketChannel#lastDataRead}: nothing more will be read. */
final class StreamEnded {
  private StreamEnded() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This WebSocketChannel channel) {
    if (!channel.getWorker().isShutdown()) {
      Recorder.transport(channel.getCloseSetter()).endOfStream();
    }
  }
}
