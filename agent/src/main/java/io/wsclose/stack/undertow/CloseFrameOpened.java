package io.wsclose.stack.undertow;

import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSocketFrameType;
import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.LocalClose;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/**
 * {@code WebSocketChannel#send} of a Close frame, on the thread of who asked for it. Undertow uses
 * the same way for its own reactions as applications do, so the caller decides: an idle timer, the
 * end of an HTTP session or of a deployment is told as such, an answer to what is on record already
 * is passed over, and only the rest is the application's.
 */
final class CloseFrameOpened {
  private CloseFrameOpened() {}

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
    Throwable here = new Throwable();
    for (StackTraceElement frame : here.getStackTrace()) {
      String caller = frame.getClassName();
      boolean way =
          caller.startsWith("io.undertow.websockets.core.WebSocketChannel")
              || caller.equals("io.undertow.websockets.core.WebSockets")
              || caller.equals("io.undertow.websockets.jsr.UndertowSession")
              || caller.equals("org.xnio.IoUtils");
      if (way) {
        continue;
      }
      if (caller.startsWith("io.undertow.conduits.IdleTimeoutConduit")) {
        connection.idleExpired(channel.getIdleTimeout());
      } else if (caller.endsWith(".JsrWebSocketFilter$LogoutListener")) {
        connection.sessionExpired();
      } else if (caller.startsWith("io.undertow.websockets.jsr.ServerWebSocketContainer")) {
        connection.stopping("deployment");
      } else if (!caller.startsWith("io.undertow.") && !caller.startsWith("org.xnio.")) {
        connection.closeRequested(LocalClose.CLOSE_FRAME, here);
      }
      return;
    }
  }
}
