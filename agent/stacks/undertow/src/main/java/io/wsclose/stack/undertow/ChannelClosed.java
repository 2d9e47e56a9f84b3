// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.undertow;

import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;
import org.xnio.channels.CloseableChannel;

/**
 * {@code AbstractFramedChannel$FrameCloseListener#handleEvent}, once both directions are closed:
 * the end also where a connection is wrapped in another that {@link TransportClosed} does not know.
 */
final class ChannelClosed {
  private ChannelClosed() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Advice.FieldValue("this$0") CloseableChannel channel,
      @Advice.FieldValue("sinkClosed") boolean sinkClosed,
      @Advice.FieldValue("sourceClosed") boolean sourceClosed) {
    if (sinkClosed && sourceClosed) {
      Recorder.transport(channel.getCloseSetter()).ended();
    }
  }
}
