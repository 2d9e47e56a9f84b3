// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tomcat;

import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.PrivateField;
import io.wsclose.bootstrap.Recorder;
import java.net.SocketTimeoutException;
import net.bytebuddy.asm.Advice;

/**
 * {@code WsRemoteEndpointImplServer$1#failed}: a frame was not written within the limit of a
 * blocking send; Tomcat then drops the connection. The 50 ms of a Close frame are no such limit;
 * once there is one, the endpoint is closed for all other frames.
 */
final class WriteTimedOut {
  private WriteTimedOut() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.FieldValue("this$0") Object endpoint, @Advice.Argument(0) Throwable failure) {
    if (failure instanceof SocketTimeoutException
        && !Boolean.TRUE.equals(PrivateField.read(endpoint, "closed"))) {
      Recorder.of(endpoint).failed(FailureOrigin.WRITE_TIMEOUT, 0, failure);
    }
  }
}
