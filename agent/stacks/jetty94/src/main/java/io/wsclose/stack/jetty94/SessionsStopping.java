// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty94;

import io.wsclose.bootstrap.Recorder;
import java.util.Collection;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.websocket.common.WebSocketSession;

/**
 * {@code SessionTracker#doStop}: a context is being stopped, alone or with its server, and closes
 * its sessions with 1001.
 */
final class SessionsStopping {
  private SessionsStopping() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.FieldValue("sessions") Collection<WebSocketSession> sessions) {
    for (WebSocketSession session : sessions) {
      Recorder.of(session.getConnection()).stopping("web application");
    }
  }
}
