package io.wsclose.stack.jetty12;

import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.PingPayload;
import io.wsclose.bootstrap.Preview;
import io.wsclose.bootstrap.Recorder;
import io.wsclose.bootstrap.ReservedBits;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.internal.FrameFlusher;

/**
 * Constructor of {@code FrameFlusher.Entry}, a class of 12.0: there {@code enqueue} has other
 * parameters than {@code jetty121.FrameSent} is for. The outer flusher is the first parameter.
 */
final class FrameSentIn120 {
  private FrameSentIn120() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Advice.Argument(0) Object flusher, @Advice.Argument(1) Frame frame) {
    Connection connection = Recorder.of(flusher);
    if (!connection.isKnown() || frame == FrameFlusher.FLUSH_FRAME) {
      return;
    }
    int rsv = ReservedBits.of(frame.isRsv1(), frame.isRsv2(), frame.isRsv3());
    byte[] ping =
        frame.getOpCode() == 0x9 ? Preview.of(frame.getPayload(), PingPayload.MAX_LENGTH) : null;
    connection.frameSentByAnyThread(
        frame.getOpCode(), frame.isFin(), rsv, frame.getPayloadLength(), ping);
    // masked only when it is written
    if (frame.getOpCode() < 0x8 && connection.previewBytes() > 0) {
      connection.previewSent(Preview.of(frame.getPayload(), connection.previewBytes()));
    }
    if (frame.getOpCode() == 0x8) {
      CloseStatus status = CloseStatus.getCloseStatus(frame);
      String reason = status.getReason();
      connection.closeSent(status.getCode(), reason == null ? "" : reason);
    }
  }
}
