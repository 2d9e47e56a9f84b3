// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty12;

import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.ConnectionMetaData;

/**
 * {@code ServletChannel#handleException}: a servlet or filter threw; an error page answers, and
 * {@link ErrorWritten} is not passed.
 */
final class ServletFailed {
  private ServletFailed() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.FieldValue("_connectionMetaData") ConnectionMetaData connection,
      @Advice.Argument(0) Throwable failure) {
    Recorder.of(connection.getConnection().getEndPoint())
        .failed(FailureOrigin.HANDSHAKE, 0, failure);
  }
}
