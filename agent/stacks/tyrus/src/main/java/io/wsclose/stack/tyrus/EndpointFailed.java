// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tyrus;

import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/**
 * {@code AnnotatedEndpoint#onError}: what an annotated method threw, before the endpoint's own
 * {@code @OnError} reacts. Tyrus leaves the connection open.
 */
final class EndpointFailed {
  private EndpointFailed() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.Argument(0) Object session, @Advice.Argument(1) Throwable failure) {
    Recorder.of(session).failed(FailureOrigin.APPLICATION, 0, failure);
  }
}
