package io.wsclose.stack.undertow;

import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.LocalClose;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/**
 * {@code org.xnio.Connection#close}: what applications drop, through whatever wrapper, ends here.
 * When Undertow itself drops a connection, the reason is on record already.
 */
final class TransportClosed {
  private TransportClosed() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Object transport) {
    Connection connection = Recorder.of(transport);
    if (!connection.isKnown()) {
      return;
    }
    Throwable here = new Throwable();
    for (StackTraceElement frame : here.getStackTrace()) {
      String caller = frame.getClassName();
      boolean way =
          caller.equals("org.xnio.Connection")
              || caller.equals("org.xnio.IoUtils")
              || caller.equals("io.undertow.server.protocol.framed.AbstractFramedChannel")
              || caller.equals("io.undertow.server.AbstractServerConnection")
              || caller.equals("io.undertow.websockets.jsr.UndertowSession");
      if (way) {
        continue;
      }
      if (!caller.startsWith("io.undertow.") && !caller.startsWith("org.xnio.")) {
        connection.closeRequested(LocalClose.TRANSPORT, here);
      }
      return;
    }
  }
}
