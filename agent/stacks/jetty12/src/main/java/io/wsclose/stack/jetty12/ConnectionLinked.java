// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty12;

import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.websocket.core.WebSocketCoreSession;

/**
 * Constructor of {@code WebSocketConnection}: the first time that endpoint, core session and
 * flusher meet, before the 101 is sent.
 */
final class ConnectionLinked {
  private ConnectionLinked() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Advice.Argument(0) EndPoint endPoint,
      @Advice.Argument(4) WebSocketCoreSession session,
      @Advice.FieldValue("flusher") Object flusher) {
    Recorder.link(endPoint, session);
    Recorder.link(endPoint, flusher);
    Recorder.of(endPoint).codecInPlace();
  }
}
