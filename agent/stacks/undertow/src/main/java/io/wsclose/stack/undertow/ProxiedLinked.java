// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.undertow;

import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;
import org.xnio.StreamConnection;

/**
 * {@code AddressWrappedConnection#getLocalAddress}, where the PROXY protocol put a connection of
 * its own before XNIO's: as {@link SocketLinked}, one floor up. Only the inner one learns of the
 * end.
 */
final class ProxiedLinked {
  private ProxiedLinked() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.This Object wrapped, @Advice.FieldValue("delegate") StreamConnection transport) {
    Recorder.link(wrapped, transport);
  }
}
