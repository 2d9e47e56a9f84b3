package io.wsclose.instrumentation;

import io.wsclose.stack.Hook;
import io.wsclose.stack.Stack;

/** A hook and the stack that it belongs to. */
final class StackHook {
  private final Stack stack;
  private final Hook hook;
  private final int number;

  /**
   * @param number its place among all hooks, by which its advice says that it failed
   */
  StackHook(Stack stack, Hook hook, int number) {
    this.stack = stack;
    this.hook = hook;
    this.number = number;
  }

  int number() {
    return number;
  }

  Stack stack() {
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
