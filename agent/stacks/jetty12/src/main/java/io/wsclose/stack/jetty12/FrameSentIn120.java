// SPDX-License-Identifier: Apache-2.0
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
 * {@code FrameFlusher#enqueue(Frame, Callback, boolean)} of 12.0, after extensions: true where the
 * frame will be written. Its length and the start of its payload are taken before, as the writer
 * empties the payload; masked it is only when it is written. 12.1 has another parameter, see {@code
 * jetty121.FrameSent}.
 */
final class FrameSentIn120 {
  private FrameSentIn120() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static int enter(
      @Advice.This Object flusher,
      @Advice.Argument(0) Frame frame,
      @Advice.Local("connection") Connection connection,
      @Advice.Local("preview") byte[] preview,
      @Advice.Local("ping") byte[] ping) {
    connection = Recorder.of(flusher);
    if (frame.getOpCode() < 0x8 && connection.previewBytes() > 0) {
      preview = Preview.of(frame.getPayload(), connection.previewBytes());
    }
    if (frame.getOpCode() == 0x9) {
      ping = Preview.of(frame.getPayload(), PingPayload.MAX_LENGTH);
    }
    if (frame.getOpCode() == 0x8 && connection.isKnown()) {
      CloseStatus status = CloseStatus.getCloseStatus(frame);
      String reason = status.getReason();
      connection.closeSent(status.getCode(), reason == null ? "" : reason);
    }
    return frame.getPayloadLength();
  }

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Advice.Argument(0) Frame frame,
      @Advice.Enter int length,
      @Advice.Local("connection") Connection connection,
      @Advice.Local("preview") byte[] preview,
      @Advice.Local("ping") byte[] ping,
      @Advice.Return boolean queued) {
    if (!queued) {
      if (frame.getOpCode() == 0x8) {
        connection.closeNotSent();
      }
      return;
    }
    if (frame != FrameFlusher.FLUSH_FRAME) {
      int rsv = ReservedBits.of(frame.isRsv1(), frame.isRsv2(), frame.isRsv3());
      connection.frameSentByAnyThread(frame.getOpCode(), frame.isFin(), rsv, length, ping);
      if (preview != null) {
        connection.previewSent(preview);
      }
    }
  }
}
