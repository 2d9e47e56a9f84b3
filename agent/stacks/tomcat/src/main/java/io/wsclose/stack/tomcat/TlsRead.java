// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tomcat;

import io.wsclose.bootstrap.Recorder;
import io.wsclose.bootstrap.Transport;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import net.bytebuddy.asm.Advice;

/**
 * {@code SecureNioChannel#read}, when it throws: after the peer's close_notify it throws "Unable to
 * unwrap data", which is an end of stream and not a failure.
 */
final class TlsRead {
  private TlsRead() {}

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(
      @Advice.FieldValue("socketWrapper") Object wrapper,
      @Advice.FieldValue("sslEngine") SSLEngine engine,
      @Advice.Thrown Throwable thrown) {
    if (thrown == null) {
      return;
    }
    Transport transport = Recorder.transport(wrapper);
    if (thrown instanceof SSLException) {
      transport.tlsFailed(thrown);
    } else if (engine != null && engine.isInboundDone()) {
      transport.endOfStream();
    }
  }
}
