// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty94;

import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.PrivateField;
import io.wsclose.bootstrap.Recorder;
import java.util.Collection;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.websocket.api.extensions.Frame;

/**
 * {@code FrameFlusher#onCompleteFailure}, to which {@link WriteGivenUp} leads: nothing more is
 * written. Of the frames that were being written {@code WrittenInPart} knows how much is left. The
 * {@code ExtensionStack}, which the parser knows, has frames that it did not hand over yet.
 */
final class FramesGivenUp {
  private FramesGivenUp() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.This Object flusher,
      @Advice.FieldValue("endPoint") EndPoint endPoint,
      @Advice.FieldValue("queue") Collection<?> queue,
      @Advice.FieldValue("entries") Collection<?> writing) {
    if (!queue.isEmpty() || !writing.isEmpty()) {
      Connection connection = Recorder.of(endPoint);
      connection.neverLeft(queue.size(), writing.isEmpty() ? 0 : connection.waiting());
      Object parser = PrivateField.read(PrivateField.read(flusher, "this$0"), "parser");
      Object extensions = PrivateField.read(parser, "incomingFramesHandler");
      Object entries = PrivateField.read(extensions, "entries");
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
