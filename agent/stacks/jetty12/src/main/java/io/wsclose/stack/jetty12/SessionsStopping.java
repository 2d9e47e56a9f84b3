// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty12;

import io.wsclose.bootstrap.Recorder;
import java.util.Collection;
import net.bytebuddy.asm.Advice;

/**
 * {@code SessionTracker#shutdown} of each API: a context is being stopped gracefully, alone or with
 * its server, and closes its sessions with 1001.
 */
final class SessionsStopping {
  private SessionsStopping() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.FieldValue("sessions") Collection<?> sessions) {
    for (Object session : sessions) {
      Recorder.of(session).stopping("web application");
    }
  }
}
