// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.undertow;

import io.undertow.websockets.core.WebSocketChannel;
import io.wsclose.bootstrap.Recorder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.bytebuddy.asm.Advice;

/**
 * {@code CloseFrameValidatorChannelFunction#afterRead}, where the payload of a Close frame passes
 * unmasked, before Undertow checks it. It comes in one piece unless TCP split it; then the rest of
 * the reason is lost.
 *
 * <p>A frame that RFC 6455 forbids is no Close frame, {@link ReadsBroken} tells of it. But Undertow
 * refuses 1012 to 1014 too, which were registered with IANA after it was written: those were sent
 * and meant.
 */
final class CloseReceived {
  private CloseReceived() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.FieldValue("wsChannel") WebSocketChannel channel,
      @Advice.FieldValue("status") int partOfCode,
      @Advice.FieldValue("statusBytesRead") int codeBytes,
      @Advice.Argument(0) ByteBuffer payload,
      @Advice.Argument(1) int position,
      @Advice.Argument(2) int length) {
    if (codeBytes == 2 || codeBytes + length < 2) {
      return;
    }
    int start = position + 2 - codeBytes;
    int code = partOfCode;
    for (int i = position; i < start; i++) {
      code = code << 8 | payload.get(i) & 0xff;
    }
    byte[] bytes = new byte[position + length - start];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = payload.get(start + i);
    }
    String reason = new String(bytes, StandardCharsets.UTF_8);
    // RFC 6455 section 7.4
    boolean allowed =
        code >= 1000 && code <= 1014 && (code < 1004 || code > 1006) || code >= 3000 && code < 5000;
    if (allowed && Arrays.equals(reason.getBytes(StandardCharsets.UTF_8), bytes)) {
      Recorder.of(channel.getCloseSetter()).closeReceived(code, reason);
    }
  }
}
