// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.netty;

import io.netty.channel.Channel;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/**
 * {@code AbstractEpollChannel#setFlag}: with EPOLLOUT, 4 on Linux, where the socket takes no more
 * and the channel waits until it does; otherwise as {@link WrittenInPart}.
 */
final class EpollWrittenInPart {
  private EpollWrittenInPart() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Channel channel, @Advice.Argument(0) int flag) {
    if (flag == 4) {
      Recorder.of(channel).writtenInPart(true, 0);
    }
  }
}
