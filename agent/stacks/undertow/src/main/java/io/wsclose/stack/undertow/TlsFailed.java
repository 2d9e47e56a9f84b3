// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.undertow;

import io.wsclose.bootstrap.Recorder;
import javax.net.ssl.SSLException;
import net.bytebuddy.asm.Advice;

/**
 * {@code SslConduit#engineUnwrap}, when it throws: the conduit closes the connection before it
 * passes the exception on.
 */
final class TlsFailed {
  private TlsFailed() {}

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(
      @Advice.FieldValue("connection") Object transport, @Advice.Thrown Throwable thrown) {
    if (thrown instanceof SSLException) {
      Recorder.transport(transport).tlsFailed(thrown);
    }
  }
}
