package io.wsclose.instrumentation;

/** A hook and the stack that it belongs to. */
final class StackHook {
  private final Stack stack;
  private final Hook hook;

  StackHook(Stack stack, Hook hook) {
    this.stack = stack;
    this.hook = hook;
  }

  Stack stack() {
    return stack;
  }

  Hook hook() {
    return hook;
  }

  /** Binary name of the advice class. */
  String adviceName() {
    String stackType = stack.getClass().getName();
    return stackType.substring(0, stackType.lastIndexOf('.') + 1) + hook.advice();
  }
}
