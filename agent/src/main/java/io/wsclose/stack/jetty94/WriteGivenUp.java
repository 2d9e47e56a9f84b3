package io.wsclose.stack.jetty94;

import io.wsclose.bootstrap.Recorder;
import java.util.Collection;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.io.EndPoint;

/**
 * {@code FrameFlusher#onCompleteFailure}: nothing more is written. It also ends a healthy life,
 * with nothing left over; a Close frame is always the last in the queue.
 */
final class WriteGivenUp {
  private WriteGivenUp() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.FieldValue("endPoint") EndPoint endPoint,
      @Advice.FieldValue("queue") Collection<?> queue,
      @Advice.FieldValue("entries") Collection<?> writing) {
    if (!queue.isEmpty() || !writing.isEmpty()) {
      Recorder.of(endPoint).closeNotSent();
    }
  }
}
