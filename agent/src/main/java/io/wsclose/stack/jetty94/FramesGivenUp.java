package io.wsclose.stack.jetty94;

import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.Recorder;
import java.util.Collection;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.io.EndPoint;

/**
 * {@code FrameFlusher#onCompleteFailure}, to which {@link WriteGivenUp} leads: nothing more is
 * written. Of the frames that were being written {@link WrittenInPart} knows how much is left.
 */
final class FramesGivenUp {
  private FramesGivenUp() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.FieldValue("endPoint") EndPoint endPoint,
      @Advice.FieldValue("queue") Collection<?> queue,
      @Advice.FieldValue("entries") Collection<?> writing) {
    if (!queue.isEmpty() || !writing.isEmpty()) {
      Connection connection = Recorder.of(endPoint);
      connection.neverLeft(queue.size(), writing.isEmpty() ? 0 : connection.waiting());
    }
  }
}
