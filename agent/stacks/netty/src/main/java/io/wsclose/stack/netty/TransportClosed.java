// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.netty;

import io.netty.channel.ChannelFuture;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/**
 * {@code AbstractChannel$CloseFuture#setClosed}: once a channel, whatever way it ends; {@code
 * channelInactive} is not told to channels that never became active.
 */
final class TransportClosed {
  private TransportClosed() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Advice.This ChannelFuture closeFuture) {
    Recorder.transport(closeFuture.channel()).ended();
  }
}
