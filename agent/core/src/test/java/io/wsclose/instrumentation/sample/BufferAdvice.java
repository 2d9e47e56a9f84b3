// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation.sample;

import acme.ws.io.Buffer;
import net.bytebuddy.asm.Advice;

/** Uses methods of the stack, one of them inherited from an interface. */
public final class BufferAdvice {
  private BufferAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void written(@Advice.Return(readOnly = false) String result) {
    Buffer buffer = Buffer.of(result);
    result = result.concat(", " + buffer.first()).concat(String.valueOf(buffer.size()));
  }
}
