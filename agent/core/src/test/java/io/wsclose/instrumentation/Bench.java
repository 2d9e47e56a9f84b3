package io.wsclose.instrumentation;

import io.wsclose.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A transformer with all that hangs on it, and what it told. */
final class Bench {
  final List<String> console = new ArrayList<>();
  final ManualBackground background = new ManualBackground();
  final AtomicInteger firstStacks = new AtomicInteger();
  final HookRegistry registry = new HookRegistry();
  final Notices notices = new Notices(background, console::add);
  final List<Class<?>> retransformed = new ArrayList<>();
  final HookFailures failures;
  final HookTransformer transformer;

  Bench(Stack... stacks) {
    List<Stack> all = List.of(stacks);
    NameGate gate = new NameGate(all);
    failures = new HookFailures(gate.hooks(), background, notices, retransformed::add);
    transformer =
        new HookTransformer(
            gate,
            UncoveredStack.without(all, Bench.class.getClassLoader(), console::add),
            registry,
            new SelfCheck(registry, background, console::add, 0),
            new FirstStack(background, firstStacks::incrementAndGet),
            failures,
            notices);
  }

  /** What the self-check says once things settled. */
  List<String> settled() {
    background.runSoon();
    background.runDelayed();
    return console;
  }
}
