// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tomcat;

import io.wsclose.bootstrap.PrivateField;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/**
 * Constructor of {@code WsRemoteEndpointImplServer}, after the 101. Its header buffer is all that
 * {@link FrameSent} sees of the connection.
 */
final class EndpointMade {
  private EndpointMade() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Advice.This Object endpoint, @Advice.Argument(0) Object wrapper) {
    Recorder.link(wrapper, endpoint);
    Recorder.link(wrapper, PrivateField.read(endpoint, "headerBuffer"));
  }
}
