// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation.sample;

import net.bytebuddy.asm.Advice;

/** Compares the name of a class with a literal, as advice does with the calls on a stack trace. */
public final class LiteralAdvice {
  private LiteralAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void written(@Advice.This Object self, @Advice.Return(readOnly = false) String result) {
    String name = self.getClass().getName();
    if (name.startsWith("acme.ws.") && name.equals("acme.ws.Channel")) {
      result = result.concat(" by ").concat(name);
    }
  }
}
