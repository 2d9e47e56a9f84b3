// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty;

import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/**
 * {@code fill} of the endpoint that {@code SslConnection} gives to what it carries: the peer's
 * close_notify ends the stream before its FIN does.
 */
final class TlsRead {
  private TlsRead() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Advice.This Object endPoint, @Advice.Return int filled) {
    if (filled < 0) {
      Recorder.transport(endPoint).endOfStream();
    }
  }
}
