// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tomcat;

import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/**
 * {@code WsHttpUpgradeHandler#init}, after the 101: what {@code Endpoint#onOpen} throws, or the
 * constructor of an endpoint, is the cause of an {@code IllegalArgumentException} here, and Tomcat
 * drops the connection.
 */
final class OpeningFailed {
  private OpeningFailed() {}

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(
      @Advice.FieldValue("socketWrapper") Object wrapper, @Advice.Thrown Throwable thrown) {
    if (thrown != null) {
      Recorder.of(wrapper)
          .failed(
              FailureOrigin.APPLICATION, 0, thrown.getCause() == null ? thrown : thrown.getCause());
    }
  }
}
