// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation.sample;

import net.bytebuddy.asm.Advice;

/** Sees the result and what was thrown. */
public final class CloseAdvice {
  private CloseAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void closed(
      @Advice.Thrown Throwable thrown, @Advice.Return(readOnly = false) String result) {
    if (thrown == null) {
      result = result.concat(", seen");
    }
  }
}
