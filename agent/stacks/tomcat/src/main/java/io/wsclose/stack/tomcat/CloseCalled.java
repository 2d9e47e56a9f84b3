// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tomcat;

import io.wsclose.bootstrap.Caller;
import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/**
 * {@code WsSession#doClose(CloseReason, CloseReason, boolean)}, where all local closes end, on the
 * caller's thread; only the first finds the session open. Tomcat closes in this way, too, so the
 * caller decides: its idle check and the end of an HTTP session are recorded as such, what answers
 * a fact on record already is passed over, and only the rest is the application's.
 */
final class CloseCalled {
  private CloseCalled() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.This Object session,
      @Advice.FieldValue("state") Object state,
      @Advice.FieldValue("maxIdleTimeout") long idleLimit) {
    // an AtomicReference of its enumeration, or that itself
    if (!String.valueOf(state).equals("OPEN")) {
      return;
    }
    Connection connection = Recorder.of(session);
    if (!connection.isKnown()) {
      return;
    }
    Caller here = new Caller();
    boolean contextStops = false;
    boolean sessionExpired = false;
    boolean idle = false;
    String caller = "";
    for (StackTraceElement element : here.getStackTrace()) {
      String type = element.getClassName();
      if (caller.isEmpty()) {
        if (type.equals("org.apache.tomcat.websocket.WsSession")) {
          idle |= element.getMethodName().equals("checkExpiration");
        } else {
          caller = type;
          sessionExpired = element.getMethodName().startsWith("closeAuthenticated");
        }
      }
      contextStops |=
          type.equals("org.apache.catalina.core.StandardContext")
              && element.getMethodName().equals("stopInternal");
    }
    if (idle) {
      Recorder.transport(session).idleExpired(idleLimit);
    } else if (sessionExpired && contextStops) {
      connection.stopping("web application");
    } else if (sessionExpired) {
      connection.sessionExpired();
    } else if (!caller.startsWith("org.apache.tomcat.websocket.")) {
      connection.closeRequested(here);
    }
  }
}
