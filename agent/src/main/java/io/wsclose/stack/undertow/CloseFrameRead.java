package io.wsclose.stack.undertow;

import io.undertow.websockets.core.WebSocketChannel;
import io.wsclose.bootstrap.Recorder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import net.bytebuddy.asm.Advice;

/**
 * {@code CloseFrameValidatorChannelFunction#afterRead}, where the payload of a Close frame passes
 * unmasked and valid. It comes in one piece unless TCP split it; then the rest of the reason is
 * lost.
 */
final class CloseFrameRead {
  private CloseFrameRead() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static int enter(@Advice.FieldValue("statusBytesRead") int codeBytes) {
    return codeBytes;
  }

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Advice.FieldValue("wsChannel") WebSocketChannel channel,
      @Advice.FieldValue("status") int code,
      @Advice.FieldValue("statusBytesRead") int codeBytes,
      @Advice.Enter int before,
      @Advice.Argument(0) ByteBuffer payload,
      @Advice.Argument(1) int position,
      @Advice.Argument(2) int length) {
    if (before == 2 || codeBytes != 2) {
      return;
    }
    byte[] reason = new byte[length - (2 - before)];
    for (int i = 0; i < reason.length; i++) {
      reason[i] = payload.get(position + 2 - before + i);
    }
    Recorder.of(channel.getCloseSetter())
        .closeReceived(code, new String(reason, StandardCharsets.UTF_8));
  }
}
