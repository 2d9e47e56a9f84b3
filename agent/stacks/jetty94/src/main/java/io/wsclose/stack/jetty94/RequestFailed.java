// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty94;

import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.io.EndPoint;

/** {@code HttpChannel#handleException}: a handler, a servlet or a WebSocket creator threw. */
final class RequestFailed {
  private RequestFailed() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.FieldValue("_endPoint") EndPoint endPoint, @Advice.Argument(0) Throwable failure) {
    Recorder.of(endPoint).failed(FailureOrigin.HANDSHAKE, 0, failure);
  }
}
