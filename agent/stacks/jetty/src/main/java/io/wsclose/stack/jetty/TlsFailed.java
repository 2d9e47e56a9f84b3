// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty;

import io.wsclose.bootstrap.Recorder;
import javax.net.ssl.SSLException;
import net.bytebuddy.asm.Advice;

/**
 * {@code handleException} of the endpoint that {@code SslConnection} gives to what it carries: what
 * the TLS engine throws on read or write, before the connection is closed for it. Errors of the
 * socket below come here, too, and are known by then.
 */
final class TlsFailed {
  private TlsFailed() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Object endPoint, @Advice.Argument(0) Throwable failure) {
    if (failure instanceof SSLException) {
      Recorder.transport(endPoint).tlsFailed(failure);
    }
  }
}
