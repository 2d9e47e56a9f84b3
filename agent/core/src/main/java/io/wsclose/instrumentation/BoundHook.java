// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import io.wsclose.stack.Hook;
import io.wsclose.stack.WebSocketStack;

/** A hook and the stack that it belongs to. */
final class BoundHook {
  private final WebSocketStack stack;
  private final Hook hook;
  private final int number;

  /**
   * @param number its place among all hooks, by which its advice says that it failed
   */
  BoundHook(WebSocketStack stack, Hook hook, int number) {
    this.stack = stack;
    this.hook = hook;
    this.number = number;
  }

  int number() {
    return number;
  }

  WebSocketStack stack() {
    return stack;
  }

  Hook hook() {
    return hook;
  }

  /** Binary name of the advice class. */
  String adviceName() {
    String advice = hook.advice();
    if (advice.indexOf('.') >= 0) {
      return advice;
    }
    String stackType = stack.getClass().getName();
    return stackType.substring(0, stackType.lastIndexOf('.') + 1) + advice;
  }
}
