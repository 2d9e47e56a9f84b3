// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tyrus;

import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;
import org.glassfish.grizzly.filterchain.FilterChainContext;

/**
 * {@code GrizzlyServerFilter#handleHandshake}: what a {@code Configurator} throws passes here, and
 * Grizzly then closes without any answer.
 */
final class HandshakeFailed {
  private HandshakeFailed() {}

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(@Advice.Argument(0) FilterChainContext ctx, @Advice.Thrown Throwable failure) {
    if (failure != null) {
      Recorder.of(ctx.getConnection()).failed(FailureOrigin.HANDSHAKE, 0, failure);
    }
  }
}
