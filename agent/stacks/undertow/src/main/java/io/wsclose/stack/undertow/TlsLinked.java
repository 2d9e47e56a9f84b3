// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.undertow;

import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;
import org.xnio.StreamConnection;

/** {@code SslConduit#getWorker}: as {@link SocketLinked}, one floor up. */
final class TlsLinked {
  private TlsLinked() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.FieldValue("connection") Object encrypted,
      @Advice.FieldValue("delegate") StreamConnection transport) {
    if (Recorder.of(encrypted).isKnown()) {
      Recorder.link(encrypted, transport);
      transport.getLocalAddress();
      transport.getSourceChannel().getConduit().getWorker();
    }
  }
}
