// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tomcat;

import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Recorder;
import java.net.SocketTimeoutException;
import net.bytebuddy.asm.Advice;
import org.apache.tomcat.websocket.WsRemoteEndpointImplBase;

/**
 * {@code WsRemoteEndpointImplServer#onTimeout}: the send timeout of an asynchronous send. Tomcat
 * drops the connection without a Close frame, calls neither {@code onError} nor {@code onClose},
 * and keeps the session until the container stops, to report 1001 then.
 */
final class SendTimedOut {
  private SendTimedOut() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This WsRemoteEndpointImplBase endpoint) {
    Recorder.of(endpoint)
        .failed(
            FailureOrigin.WRITE_TIMEOUT,
            0,
            new SocketTimeoutException(
                "not written within the send timeout of " + endpoint.getSendTimeout() + " ms"));
  }
}
