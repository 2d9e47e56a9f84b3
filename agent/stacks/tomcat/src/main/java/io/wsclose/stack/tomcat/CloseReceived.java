// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tomcat;

import io.wsclose.bootstrap.ClosePayload;
import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.Recorder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.bytebuddy.asm.Advice;

/**
 * {@code WsFrameBase#processDataControl}, before Tomcat answers: it passes on 1000 for a frame
 * without a code, and 1002 for 1012 to 1014 and for every code that it does not know. It is called
 * again while bytes are missing: some are unmasked by then, the others still masked.
 *
 * <p>A frame of one byte, or with a reason that is not UTF-8, is refused, see {@link FrameRefused}.
 */
final class CloseReceived {
  private CloseReceived() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.This Object frames,
      @Advice.FieldValue("opCode") byte opcode,
      @Advice.FieldValue("payloadLength") long length,
      @Advice.FieldValue("controlBufferBinary") ByteBuffer unmasked,
      @Advice.FieldValue("inputBuffer") ByteBuffer input,
      @Advice.FieldValue("mask") byte[] mask,
      @Advice.FieldValue("maskIndex") int maskIndex) {
    int before = unmasked.position();
    if (opcode != 0x8 || before + input.remaining() < length) {
      return;
    }
    Connection connection = Recorder.of(frames);
    if (length == 0) {
      connection.closeReceived(1005, "");
      return;
    }
    if (length == 1 || !connection.isKnown()) {
      return;
    }
    byte[] payload = new byte[(int) length];
    for (int i = 0; i < payload.length; i++) {
      int rest = i - before;
      payload[i] =
          rest < 0
              ? unmasked.get(i)
              : (byte) (input.get(input.position() + rest) ^ mask[maskIndex + rest & 3]);
    }
    String reason = ClosePayload.reason(payload);
    byte[] text = Arrays.copyOfRange(payload, 2, payload.length);
    if (Arrays.equals(reason.getBytes(StandardCharsets.UTF_8), text)) {
      connection.closeReceived(ClosePayload.code(payload), reason);
    }
  }
}
