// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty121;

import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.PingPayload;
import io.wsclose.bootstrap.Preview;
import io.wsclose.bootstrap.Recorder;
import io.wsclose.bootstrap.ReservedBits;
import java.util.Collection;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OutgoingEntry;
import org.eclipse.jetty.websocket.core.internal.FrameFlusher;

/**
 * {@code FrameFlusher#enqueue} of 12.1, after extensions: true where the frame will be written. Its
 * length and the start of its payload are taken before, as the writer empties the payload; masked
 * it is only when it is written. A Close frame that tells of an error throws away what waits.
 */
final class FrameSent {
  private FrameSent() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static int enter(
      @Advice.FieldValue("_endPoint") EndPoint endPoint,
      @Advice.FieldValue("_queue") Collection<?> queue,
      @Advice.Argument(0) OutgoingEntry entry,
      @Advice.Local("connection") Connection connection,
      @Advice.Local("preview") byte[] preview,
      @Advice.Local("ping") byte[] ping,
      @Advice.Local("dropped") int dropped) {
    Frame frame = entry.getFrame();
    connection = Recorder.of(endPoint);
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
      dropped = status.isAbnormal() ? queue.size() : 0;
    }
    return frame.getPayloadLength();
  }

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Advice.Argument(0) OutgoingEntry entry,
      @Advice.Enter int length,
      @Advice.Local("connection") Connection connection,
      @Advice.Local("preview") byte[] preview,
      @Advice.Local("ping") byte[] ping,
      @Advice.Local("dropped") int dropped,
      @Advice.Return boolean queued) {
    Frame frame = entry.getFrame();
    if (!queued) {
      if (frame.getOpCode() == 0x8) {
        connection.closeNotSent();
      }
      return;
    }
    if (dropped > 0) {
      connection.dropped(dropped);
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
