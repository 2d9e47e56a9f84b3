// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.undertow;

import io.undertow.websockets.core.WebSocketChannel;
import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;
import org.xnio.Options;

/**
 * {@code WebSocket07Channel$WebSocketFrameHeader#getExistingChannel}: called once for each header
 * that is complete, continuations included. The payload is as on the wire, before
 * permessage-deflate; it is not read yet, so any pong answers any ping.
 */
final class FrameReceived {
  private FrameReceived() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.FieldValue("this$0") WebSocketChannel channel,
      @Advice.FieldValue("frameOpcode") int opcode,
      @Advice.FieldValue("frameFinalFlag") boolean fin,
      @Advice.FieldValue("frameRsv") int rsv,
      @Advice.FieldValue("framePayloadLength") long length) {
    Connection connection = Recorder.of(channel.getCloseSetter());
    if (!connection.isKnown() && !channel.isClient()) {
      // for ChannelLinked, which knows the connection below
      channel.supportsOption(Options.KEEP_ALIVE);
      connection = Recorder.of(channel.getCloseSetter());
    }
    connection.frameReceived(opcode, fin, rsv, length);
    // what a longer one says is known when it is read, see CloseReceived
    if (opcode == 0x8 && length == 0) {
      connection.closeReceived(1005, "");
    }
  }
}
