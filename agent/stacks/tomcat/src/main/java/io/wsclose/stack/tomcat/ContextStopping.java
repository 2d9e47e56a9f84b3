// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tomcat;

import io.wsclose.bootstrap.Recorder;
import java.util.Map;
import net.bytebuddy.asm.Advice;

/**
 * {@code WsWebSocketContainer#destroy}: a web application is being stopped, reloaded or undeployed,
 * alone or with its server, and closes its sessions with 1001; also those whose socket died before,
 * which have had their event.
 */
final class ContextStopping {
  private ContextStopping() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.FieldValue("sessions") Map<?, ?> sessions) {
    for (Object session : sessions.keySet()) {
      Recorder.of(session).stopping("web application");
    }
  }
}
