// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.undertow;

import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSocketMessages;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;
import org.xnio.ChannelListener;

/**
 * {@code WebSocketChannel#lastDataRead}: if there was no Close frame either way, Undertow writes an
 * empty one and makes up a Close 1001 for the listener. Releases before 2.2.19 have no such text,
 * and only write the frame.
 */
final class CloseMadeUp {
  private CloseMadeUp() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static boolean enter(
      @Advice.FieldValue("closeFrameReceived") boolean received,
      @Advice.FieldValue("closeFrameSent") boolean sent) {
    return !received && !sent;
  }

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Advice.This WebSocketChannel channel, @Advice.Enter boolean madeUp) {
    if (!madeUp || !(channel.getReceiveSetter() instanceof ChannelListener.SimpleSetter)) {
      return;
    }
    Object listener = ((ChannelListener.SimpleSetter<?>) channel.getReceiveSetter()).get();
    // the listener of the Jakarta API is told later, see CloseReportedBySession
    if (listener instanceof AbstractReceiveListener
        && !listener.getClass().getName().endsWith(".jsr.FrameHandler")) {
      Recorder.of(channel.getCloseSetter())
          .reported(CloseMessage.GOING_AWAY, WebSocketMessages.MESSAGES.messageCloseWebSocket());
    }
  }
}
