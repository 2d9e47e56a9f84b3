// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation.sample;

import acme.ws.Frame;
import net.bytebuddy.asm.Advice;

/** Refers to a type of the stack that the tests keep away from the class. */
public final class MissingTypeAdvice {
  private MissingTypeAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void look(@Advice.This Object self) {
    if (self instanceof Comparable) {
      new Frame("never").text();
    }
  }
}
