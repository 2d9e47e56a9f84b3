// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation.sample;

import net.bytebuddy.asm.Advice;

/** Wants a field that the class does not have. */
public final class MissingFieldAdvice {
  private MissingFieldAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void read(@Advice.FieldValue("nowhere") Object field) {
    if (field == null) {
      throw new IllegalStateException();
    }
  }
}
