// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tyrus;

import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.PingPayload;
import io.wsclose.bootstrap.Preview;
import io.wsclose.bootstrap.Recorder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import net.bytebuddy.asm.Advice;

/**
 * {@code GrizzlyWriter#write}: one whole frame a call, as bytes, broadcasts too.
 *
 * <p>Tyrus answers every end with a Close frame, also the end of the stream, when nothing can be
 * written any more: the writer refuses it then, and the record takes it back.
 */
final class FrameSent {
  private FrameSent() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.FieldValue("connection") org.glassfish.grizzly.Connection<?> transport,
      @Advice.Argument(0) ByteBuffer frame) {
    Connection connection = Recorder.of(transport);
    if (!connection.isKnown()) {
      return;
    }
    int start = frame.position();
    int head = frame.get(start);
    int opcode = head & 0xf;
    int shortLength = frame.get(start + 1) & 0x7f;
    long length =
        shortLength == 126
            ? frame.getShort(start + 2) & 0xffff
            : shortLength == 127 ? frame.getLong(start + 2) : shortLength;
    boolean writable = transport.isOpen();
    if (writable || opcode == 0x8) {
      byte[] ping = opcode == 0x9 ? Preview.ofFrame(frame, length, PingPayload.MAX_LENGTH) : null;
      connection.frameSent(opcode, (head & 0x80) != 0, head >> 4 & 0x7, length, ping);
      if (opcode < 0x8 && connection.previewBytes() > 0) {
        connection.previewSent(Preview.ofFrame(frame, length, connection.previewBytes()));
      }
    }
    if (opcode != 0x8) {
      return;
    }
    boolean hasCode = length >= 2;
    byte[] reason = new byte[hasCode ? (int) length - 2 : 0];
    for (int i = 0; i < reason.length; i++) {
      reason[i] = frame.get(start + 4 + i);
    }
    connection.closeSent(
        hasCode ? frame.getShort(start + 2) & 0xffff : 1005,
        new String(reason, StandardCharsets.UTF_8));
    if (!writable) {
      connection.closeNotSent();
    }
  }
}
