// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.undertow;

import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSocketFrameType;
import io.wsclose.bootstrap.Caller;
import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/**
 * {@code WebSocketChannel#send} of a Close frame, on the thread of who asked for it. Undertow uses
 * the same way for its own reactions as applications do, so the caller decides: an idle timer, the
 * end of an HTTP session or of a deployment is told as such, an answer to what is on record already
 * is passed over, and only the rest is the application's.
 */
final class CloseCalled {
  private CloseCalled() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.This WebSocketChannel channel, @Advice.Argument(0) WebSocketFrameType type) {
    if (type != WebSocketFrameType.CLOSE || channel.isCloseFrameSent()) {
      return;
    }
    Connection connection = Recorder.of(channel.getCloseSetter());
    if (!connection.isKnown()) {
      return;
    }
    Caller here = new Caller();
    StackTraceElement[] trace = here.getStackTrace();
    int at = 0;
    while (at + 1 < trace.length
        && (trace[at].getClassName().startsWith("io.undertow.websockets.core.WebSocketChannel")
            || trace[at].getClassName().equals("io.undertow.websockets.core.WebSockets")
            || trace[at].getClassName().equals("io.undertow.websockets.jsr.UndertowSession")
            || trace[at].getClassName().equals("org.xnio.IoUtils"))) {
      at++;
    }
    String caller = trace[at].getClassName();
    if (caller.startsWith("io.undertow.conduits.IdleTimeoutConduit")) {
      connection.transport().idleExpired(channel.getIdleTimeout());
    } else if (caller.startsWith("io.undertow.websockets.jsr.ServerWebSocketContainer")) {
      connection.stopping("deployment");
    } else if (caller.equals("io.undertow.websockets.jsr.JsrWebSocketFilter$LogoutListener")) {
      boolean deploymentEnds = false;
      for (StackTraceElement frame : trace) {
        deploymentEnds |= frame.getClassName().endsWith(".DeploymentManagerImpl");
      }
      if (deploymentEnds) {
        connection.stopping("deployment");
      } else {
        connection.sessionExpired();
      }
    } else if (caller.equals("io.undertow.websockets.jsr.EndpointSessionHandler")) {
      // the catch around onOpen; the other way is that the deployment is closed already
      if (trace[at - 1].getClassName().equals("org.xnio.IoUtils")) {
        connection.failed(
            FailureOrigin.APPLICATION,
            0,
            new Throwable("thrown by onOpen; Undertow hands it to onError alone"));
      } else {
        connection.stopping("deployment");
      }
    } else if (!caller.startsWith("io.undertow.") && !caller.startsWith("org.xnio.")) {
      connection.closeRequested(here);
    }
  }
}
