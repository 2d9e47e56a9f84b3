// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tomcat;

import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.PrivateField;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;
import org.apache.catalina.connector.Request;

/**
 * {@code StandardWrapperValve#exception} and {@code StandardHostValve#throwable}: what a servlet, a
 * filter or a {@code Configurator} threw; the 500 follows. Only the processor, to which a request
 * hands its actions, knows the connection.
 */
final class HandshakeFailed {
  private HandshakeFailed() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.Argument(0) Request request, @Advice.Argument(2) Throwable thrown) {
    Object processor = PrivateField.read(request.getCoyoteRequest(), "hook");
    Connection connection = Recorder.of(PrivateField.read(processor, "socketWrapper"));
    if (connection.awaitsResponse()) {
      connection.failed(FailureOrigin.HANDSHAKE, 500, thrown);
    }
  }
}
