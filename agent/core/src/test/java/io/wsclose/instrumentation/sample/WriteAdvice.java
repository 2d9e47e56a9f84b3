// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation.sample;

import acme.ws.Frame;
import net.bytebuddy.asm.Advice;

/** Refers to a type of the stack, so that it fits a relocated copy only once it is rewritten. */
public final class WriteAdvice {
  private WriteAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void written(
      @Advice.Argument(0) Frame frame, @Advice.Return(readOnly = false) String result) {
    result = result.concat(", saw ").concat(frame.text());
  }
}
