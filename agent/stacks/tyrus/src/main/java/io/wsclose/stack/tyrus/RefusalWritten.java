// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tyrus;

import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;
import org.glassfish.grizzly.filterchain.FilterChainContext;

/** {@code GrizzlyServerFilter#write}: the engine's answer, before it becomes HTTP. */
final class RefusalWritten {
  private RefusalWritten() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.Argument(0) FilterChainContext ctx, @Advice.Argument(1) Object response) {
    Throwable failure = Recorder.attached(response);
    if (failure != null) {
      Recorder.of(ctx.getConnection()).failed(FailureOrigin.HANDSHAKE, 0, failure);
    }
  }
}
