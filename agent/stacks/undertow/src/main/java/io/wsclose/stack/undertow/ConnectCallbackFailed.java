// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.undertow;

import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/**
 * {@code HttpUpgradeListener#handleUpgrade} of {@code WebSocketProtocolHandshakeHandler}, around
 * the application's {@code onConnect}: the connection is dropped for what this throws.
 */
final class ConnectCallbackFailed {
  private ConnectCallbackFailed() {}

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(@Advice.Argument(0) Object transport, @Advice.Thrown Throwable thrown) {
    if (thrown != null) {
      Recorder.of(transport).failed(FailureOrigin.APPLICATION, 0, thrown);
    }
  }
}
