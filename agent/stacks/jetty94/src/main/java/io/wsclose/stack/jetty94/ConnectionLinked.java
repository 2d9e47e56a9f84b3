// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty94;

import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.io.EndPoint;

/**
 * Constructor of {@code AbstractWebSocketConnection}, also for a handshake that fails later: the
 * parser knows neither its connection nor its endpoint.
 */
final class ConnectionLinked {
  private ConnectionLinked() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Advice.This Object connection,
      @Advice.Argument(0) EndPoint endPoint,
      @Advice.FieldValue("parser") Object parser) {
    Recorder.link(endPoint, connection);
    Recorder.link(endPoint, parser);
    Recorder.of(endPoint).codecInPlace();
  }
}
