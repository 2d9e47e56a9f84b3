// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tomcat;

import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.PingPayload;
import io.wsclose.bootstrap.Preview;
import io.wsclose.bootstrap.Recorder;
import java.nio.ByteBuffer;
import net.bytebuddy.asm.Advice;

/**
 * {@code WsFrameBase#processRemainingHeader}: returns true once a frame, when its header is
 * complete. The length is the one of the wire, before permessage-deflate; the payload is still
 * masked and may not have arrived. Clients read their frames here, too, and have no record.
 */
final class FrameReceived {
  private FrameReceived() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Advice.This Object frames,
      @Advice.Return boolean complete,
      @Advice.FieldValue("opCode") byte opcode,
      @Advice.FieldValue("fin") boolean fin,
      @Advice.FieldValue("rsv") int rsv,
      @Advice.FieldValue("payloadLength") long length,
      @Advice.FieldValue("inputBuffer") ByteBuffer input,
      @Advice.FieldValue("mask") byte[] mask) {
    if (!complete) {
      return;
    }
    Connection connection = Recorder.of(frames);
    if (!connection.isKnown()) {
      return;
    }
    byte[] pong = null;
    if (opcode == 0xa && input.remaining() >= length) {
      pong = Preview.unmasked(input, (int) Math.min(length, PingPayload.MAX_LENGTH), mask);
    }
    connection.frameReceived(opcode, fin, rsv, length, pong);
    if (opcode < 0x8 && connection.previewBytes() > 0) {
      int wanted = (int) Math.min(length, connection.previewBytes());
      connection.previewReceived(Preview.unmasked(input, wanted, mask));
    }
  }
}
