// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.undertow;

import io.wsclose.bootstrap.Caller;
import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/**
 * {@code org.xnio.Connection#close}: what applications drop, through whatever wrapper, ends here.
 * When Undertow itself drops a connection, the reason is on record already.
 */
final class TransportCloseCalled {
  private TransportCloseCalled() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Object transport) {
    Connection connection = Recorder.of(transport);
    if (!connection.isKnown()) {
      return;
    }
    Caller here = new Caller();
    StackTraceElement[] trace = here.getStackTrace();
    int at = 0;
    while (at + 1 < trace.length
        && (trace[at].getClassName().equals("org.xnio.Connection")
            || trace[at].getClassName().equals("org.xnio.IoUtils")
            || trace[at].getClassName().equals("io.undertow.websockets.jsr.UndertowSession")
            || trace[at].getClassName().equals("io.undertow.server.AbstractServerConnection")
            || trace[at]
                .getClassName()
                .equals("io.undertow.server.protocol.framed.AbstractFramedChannel"))) {
      at++;
    }
    String caller = trace[at].getClassName();
    if (caller.equals("io.undertow.websockets.jsr.EndpointSessionHandler")) {
      connection.failed(
          FailureOrigin.APPLICATION,
          0,
          new Throwable("thrown while the endpoint was made; Undertow logs it as UT026001"));
    } else if (!caller.startsWith("io.undertow.") && !caller.startsWith("org.xnio.")) {
      connection.transport().closeRequested(here);
    }
  }
}
