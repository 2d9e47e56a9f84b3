// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty;

import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.io.EndPoint;

/**
 * {@code AbstractEndPoint#onIdleExpired}: one timer for all that an endpoint carries. A listener of
 * the application may still keep the connection open.
 */
final class IdleExpired {
  private IdleExpired() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This EndPoint endPoint) {
    Recorder.transport(endPoint).idleExpired(endPoint.getIdleTimeout());
  }
}
