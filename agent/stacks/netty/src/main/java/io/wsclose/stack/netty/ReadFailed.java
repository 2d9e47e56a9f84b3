// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.netty;

import io.netty.channel.ChannelPipeline;
import io.wsclose.bootstrap.Recorder;
import io.wsclose.bootstrap.SocketOperation;
import java.io.IOException;
import net.bytebuddy.asm.Advice;

/**
 * {@code DefaultChannelPipeline#fireExceptionCaught}: every transport reports a failed read here,
 * before any handler can swallow it. What handlers throw does not come this way.
 */
final class ReadFailed {
  private ReadFailed() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This ChannelPipeline pipeline, @Advice.Argument(0) Throwable failure) {
    if (failure instanceof IOException) {
      Recorder.transport(pipeline.channel()).socketFailed(SocketOperation.READ, failure);
    }
  }
}
