package io.wsclose.stack.jetty94;

import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.websocket.api.extensions.Frame;

/** {@code Parser#notifyFrame}: a whole frame as on the wire, before extensions. */
final class FrameReceived {
  private FrameReceived() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Object parser, @Advice.Argument(0) Frame frame) {
    int rsv = (frame.isRsv1() ? 4 : 0) | (frame.isRsv2() ? 2 : 0) | (frame.isRsv3() ? 1 : 0);
    Recorder.of(parser)
        .frameReceived(frame.getOpCode(), frame.isFin(), rsv, frame.getPayloadLength());
  }
}
