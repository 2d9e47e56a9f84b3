package io.wsclose.stack.tyrus;

import io.wsclose.bootstrap.Recorder;
import java.nio.charset.StandardCharsets;
import net.bytebuddy.asm.Advice;
import org.glassfish.tyrus.core.frame.CloseFrame;

/**
 * {@code CloseFrame#respond}: only Close frames that came get here, after Tyrus found code and
 * reason valid. The empty one does not, see {@link FrameRefused}.
 */
final class CloseReceived {
  private CloseReceived() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This CloseFrame frame, @Advice.Argument(0) Object socket) {
    byte[] body = frame.getPayloadData();
    Recorder.of(socket)
        .closeReceived(
            (body[0] & 0xff) << 8 | body[1] & 0xff,
            new String(body, 2, body.length - 2, StandardCharsets.UTF_8));
  }
}
