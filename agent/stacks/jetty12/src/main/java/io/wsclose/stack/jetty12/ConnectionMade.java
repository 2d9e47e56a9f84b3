package io.wsclose.stack.jetty12;

import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.websocket.core.WebSocketCoreSession;

/**
 * Constructor of {@code WebSocketConnection}: the first time that endpoint, core session and
 * flusher meet, before the 101 is sent.
 */
final class ConnectionMade {
  private ConnectionMade() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Advice.Argument(0) EndPoint endPoint,
      @Advice.Argument(4) WebSocketCoreSession session,
      @Advice.FieldValue("flusher") Object flusher) {
    Recorder.alias(endPoint, session);
    Recorder.alias(endPoint, flusher);
    Recorder.of(endPoint).codecInPlace();
  }
}
