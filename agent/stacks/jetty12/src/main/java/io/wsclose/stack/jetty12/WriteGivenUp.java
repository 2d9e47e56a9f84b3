// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty12;

import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.PrivateField;
import io.wsclose.bootstrap.Recorder;
import java.util.Collection;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.websocket.core.Frame;

/**
 * {@code FrameFlusher#onCompleteFailure}: nothing more is written. It also ends a healthy life,
 * with nothing left over; a Close frame is always the last in the queue. Of the frames that were
 * being written {@code WrittenInPart} knows how much is left. Releases before 12.0.22 write the
 * names of the flusher's fields without the underscore.
 *
 * <p>The session's own flusher, above this one, hands over one message after the other; it is
 * {@code _entries} of {@code WebSocketFlusher} in 12.1, {@code entries} of {@code
 * TransformingFlusher} in 12.0.
 */
final class WriteGivenUp {
  private WriteGivenUp() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Object flusher) {
    Object endPoint = PrivateField.read(flusher, "_endPoint");
    Object queue = PrivateField.read(flusher, endPoint == null ? "queue" : "_queue");
    Object writing = PrivateField.read(flusher, endPoint == null ? "entries" : "_currentEntries");
    endPoint = endPoint == null ? PrivateField.read(flusher, "endPoint") : endPoint;
    int queued = queue instanceof Collection ? ((Collection<?>) queue).size() : 0;
    boolean isWriting = writing instanceof Collection && !((Collection<?>) writing).isEmpty();
    if (queued > 0 || isWriting) {
      Connection connection = Recorder.of(endPoint);
      connection.neverLeft(queued, isWriting ? connection.waiting() : 0);
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
