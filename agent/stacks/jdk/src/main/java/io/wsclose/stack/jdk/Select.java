// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jdk;

import io.wsclose.bootstrap.SelectLoops;
import net.bytebuddy.asm.Advice;

/** {@code lockAndDoSelect(long)}, from Java 11 on {@code lockAndDoSelect(Consumer, long)}. */
final class Select {
  private Select() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Object selector) {
    SelectLoops.selecting(selector);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(@Advice.This Object selector) {
    SelectLoops.selected(selector);
  }
}
