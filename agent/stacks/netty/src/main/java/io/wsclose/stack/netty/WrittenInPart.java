// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.netty;

import io.netty.channel.Channel;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/**
 * {@code AbstractNioByteChannel#incompleteWrite}: true where the socket takes no more and the
 * channel waits until it does. Netty comes here after each attempt that took something, or that was
 * the first since the socket took all; false only yields to other channels.
 */
final class WrittenInPart {
  private WrittenInPart() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Channel channel, @Advice.Argument(0) boolean blocked) {
    if (blocked) {
      Recorder.of(channel).writtenInPart(true, 0);
    }
  }
}
