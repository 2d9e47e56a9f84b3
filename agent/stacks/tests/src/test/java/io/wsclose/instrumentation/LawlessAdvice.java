// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import java.util.function.Supplier;
import net.bytebuddy.asm.Advice;

/** Breaks every rule. */
public final class LawlessAdvice {
  static int count;

  private LawlessAdvice() {}

  @Advice.OnMethodEnter
  static void enter() {
    count++;
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  void exit() {
    Supplier<String> lambda = () -> "lambda";
    lambda.get();
  }
}
