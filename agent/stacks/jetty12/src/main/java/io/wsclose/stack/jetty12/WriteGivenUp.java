package io.wsclose.stack.jetty12;

import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.PrivateField;
import io.wsclose.bootstrap.Recorder;
import java.util.Collection;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.websocket.core.Frame;

/**
 * {@code FrameFlusher#onCompleteFailure}: nothing more is written. It also ends a healthy life,
 * with nothing left over; a Close frame is always the last in the queue. Of the frames that were
 * being written {@link WrittenInPart} knows how much is left.
 *
 * <p>The session's own flusher, above this one, hands over one message after the other; it is
 * {@code _entries} of {@code WebSocketFlusher} in 12.1, {@code entries} of {@code
 * TransformingFlusher} in 12.0.
 */
final class WriteGivenUp {
  private WriteGivenUp() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.This Object flusher,
      @Advice.FieldValue("_endPoint") EndPoint endPoint,
      @Advice.FieldValue("_queue") Collection<?> queue,
      @Advice.FieldValue("_currentEntries") Collection<?> writing) {
    if (!queue.isEmpty() || !writing.isEmpty()) {
      Connection connection = Recorder.of(endPoint);
      connection.neverLeft(queue.size(), writing.isEmpty() ? 0 : connection.waiting());
      Object session = PrivateField.read(PrivateField.read(flusher, "this$0"), "coreSession");
      Object fragmenter = PrivateField.read(session, "flusher");
      Object entries = PrivateField.read(fragmenter, "_entries");
      entries = entries == null ? PrivateField.read(fragmenter, "entries") : entries;
      long bytes = 0;
      int frames = 0;
      if (entries instanceof Collection) {
        for (Object entry : (Collection<?>) entries) {
          bytes += ((Frame) PrivateField.read(entry, "frame")).getPayloadLength();
          if (++frames == 0x10000) {
            break;
          }
        }
      }
      connection.neverHandedOver(frames, bytes);
    }
  }
}
