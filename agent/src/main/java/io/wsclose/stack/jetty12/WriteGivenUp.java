package io.wsclose.stack.jetty12;

import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.Recorder;
import java.util.Collection;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.io.EndPoint;

/**
 * {@code FrameFlusher#onCompleteFailure}: nothing more is written. It also ends a healthy life,
 * with nothing left over; a Close frame is always the last in the queue. Of the frames that were
 * being written {@link WrittenInPart} knows how much is left.
 */
final class WriteGivenUp {
  private WriteGivenUp() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.FieldValue("_endPoint") EndPoint endPoint,
      @Advice.FieldValue("_queue") Collection<?> queue,
      @Advice.FieldValue("_currentEntries") Collection<?> writing) {
    if (!queue.isEmpty() || !writing.isEmpty()) {
      Connection connection = Recorder.of(endPoint);
      connection.neverLeft(queue.size(), writing.isEmpty() ? 0 : connection.waiting());
    }
  }
}
