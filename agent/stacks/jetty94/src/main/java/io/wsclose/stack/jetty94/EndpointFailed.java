// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty94;

import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Recorder;
import java.io.IOException;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.websocket.api.WebSocketException;
import org.eclipse.jetty.websocket.common.WebSocketSession;

/**
 * {@code onError} of the javax event drivers: an endpoint method threw and the connection stays
 * open. Whatever else comes here was told by {@link ConnectionFailed}.
 */
final class EndpointFailed {
  private EndpointFailed() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.FieldValue("jsrsession") WebSocketSession session,
      @Advice.Argument(0) Throwable failure) {
    if (session != null
        && !(failure instanceof WebSocketException)
        && !(failure instanceof IOException)) {
      Recorder.of(session.getConnection()).failed(FailureOrigin.APPLICATION, 0, failure);
    }
  }
}
