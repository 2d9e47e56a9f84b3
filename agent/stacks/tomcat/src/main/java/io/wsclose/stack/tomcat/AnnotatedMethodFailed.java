// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tomcat;

import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/**
 * {@code PojoMessageHandlerBase#handlePojoMethodInvocationTargetException} (11.0): what an
 * annotated method threw, before the endpoint's own {@code @OnError} reacts. Tomcat 11 leaves the
 * connection open.
 */
final class AnnotatedMethodFailed {
  private AnnotatedMethodFailed() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.FieldValue("session") Object session, @Advice.Argument(0) Throwable thrown) {
    Recorder.of(session)
        .failed(
            FailureOrigin.APPLICATION, 0, thrown.getCause() == null ? thrown : thrown.getCause());
  }
}
