// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.undertow;

import io.undertow.server.protocol.framed.SendFrameHeader;
import io.undertow.websockets.core.StreamSinkFrameChannel;
import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.Recorder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import net.bytebuddy.asm.Advice;

/**
 * {@code WebSocket07FrameSinkChannel#createFrameHeader}: once a frame, right before it is written.
 * Whether a Close frame really left is settled by {@link WriteFailed}.
 */
final class FrameSent {
  private FrameSent() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Advice.This StreamSinkFrameChannel frame, @Advice.Return SendFrameHeader header) {
    Connection connection = Recorder.of(frame.getWebSocketChannel().getCloseSetter());
    if (!connection.isKnown()) {
      return;
    }
    int first = header.getByteBuffer().getBuffer().get(0);
    int opcode = first & 0xf;
    ByteBuffer payload = frame.getBuffer();
    connection.frameSent(opcode, first < 0, first >> 4 & 0x7, payload.remaining());
    if (opcode != 0x8) {
      return;
    }
    boolean hasCode = payload.remaining() >= 2;
    byte[] reason = new byte[hasCode ? payload.remaining() - 2 : 0];
    int start = payload.position();
    for (int i = 0; i < reason.length; i++) {
      reason[i] = payload.get(start + 2 + i);
    }
    connection.closeSent(
        hasCode ? payload.getShort(start) & 0xffff : 1005,
        new String(reason, StandardCharsets.UTF_8));
  }
}
