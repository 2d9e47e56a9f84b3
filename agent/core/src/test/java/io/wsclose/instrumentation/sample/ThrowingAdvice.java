// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation.sample;

import net.bytebuddy.asm.Advice;

/** Fails each time. */
public final class ThrowingAdvice {
  private ThrowingAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void fail(@Advice.This Object self) {
    throw new IllegalStateException("broken on purpose");
  }
}
