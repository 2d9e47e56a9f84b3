// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty94;

import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/**
 * {@code AbstractWebSocketConnection.Flusher#onCompleteFailure}: a write failed, or the connection
 * was cut before the Close frame was written; a flusher that wrote one does not fail any more.
 */
final class WriteGivenUp {
  private WriteGivenUp() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.FieldValue("this$0") Object connection) {
    Recorder.of(connection).closeNotSent();
  }
}
