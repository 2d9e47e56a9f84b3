// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tyrus;

import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;
import org.glassfish.tyrus.core.TyrusSession;

/**
 * {@code TyrusSession.IdleTimeoutCommand#run}: also runs after it was cancelled, and does nothing
 * then.
 */
final class IdleExpired {
  private IdleExpired() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.FieldValue("this$0") TyrusSession session) {
    long limit = session.getMaxIdleTimeout();
    if (limit > 0 && session.isOpen()) {
      Recorder.transport(session).idleExpired(limit);
    }
  }
}
