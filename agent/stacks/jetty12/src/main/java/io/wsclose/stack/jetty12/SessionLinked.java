// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty12;

import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/**
 * Constructors of the sessions that the APIs show to the application, each around a core session.
 */
final class SessionLinked {
  private SessionLinked() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Advice.This Object session, @Advice.FieldValue("coreSession") Object coreSession) {
    Recorder.link(coreSession, session);
  }
}
