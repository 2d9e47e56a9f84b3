// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty94;

import io.wsclose.bootstrap.ClosePayload;
import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.PingPayload;
import io.wsclose.bootstrap.Preview;
import io.wsclose.bootstrap.Recorder;
import io.wsclose.bootstrap.ReservedBits;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.websocket.api.extensions.Frame;
import org.eclipse.jetty.websocket.common.io.FrameFlusher;

/**
 * {@code FrameFlusher#enqueue}, after extensions: true where the frame will be written. Its length
 * and the start of its payload are taken before, as the writer empties the payload; masked it is
 * only when it is written.
 */
final class FrameSent {
  private FrameSent() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static int enter(
      @Advice.FieldValue("endPoint") EndPoint endPoint,
      @Advice.Argument(0) Frame frame,
      @Advice.Local("connection") Connection connection,
      @Advice.Local("preview") byte[] preview,
      @Advice.Local("ping") byte[] ping) {
    connection = Recorder.of(endPoint);
    if (frame.getOpCode() < 0x8 && connection.previewBytes() > 0) {
      preview = Preview.of(frame.getPayload(), connection.previewBytes());
    }
    if (frame.getOpCode() == 0x9) {
      ping = Preview.of(frame.getPayload(), PingPayload.MAX_LENGTH);
    }
    if (frame.getOpCode() == 0x8 && connection.isKnown()) {
      byte[] body = Preview.of(frame.getPayload(), 125);
      connection.closeSent(ClosePayload.code(body), ClosePayload.reason(body));
    }
    return frame.getPayloadLength();
  }

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Advice.This FrameFlusher flusher,
      @Advice.Argument(0) Frame frame,
      @Advice.Enter int length,
      @Advice.Local("connection") Connection connection,
      @Advice.Local("preview") byte[] preview,
      @Advice.Local("ping") byte[] ping,
      @Advice.Return boolean queued) {
    // a flusher whose write just failed still takes the Close frame that tells of it
    if (frame.getOpCode() == 0x8 && (!queued || flusher.isFailed())) {
      connection.closeNotSent();
    } else if (queued && frame != FrameFlusher.FLUSH_FRAME) {
      int rsv = ReservedBits.of(frame.isRsv1(), frame.isRsv2(), frame.isRsv3());
      connection.frameSentByAnyThread(frame.getOpCode(), frame.isFin(), rsv, length, ping);
      if (preview != null) {
        connection.previewSent(preview);
      }
    }
  }
}
