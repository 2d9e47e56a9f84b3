package io.wsclose.instrumentation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A transformer with all that hangs on it, and what it told. */
final class Bench {
  final List<String> console = new ArrayList<>();
  final ManualBackground background = new ManualBackground();
  final AtomicInteger firstStacks = new AtomicInteger();
  final HookRegistry registry = new HookRegistry();
  final SelfCheck selfCheck;
  final HookTransformer transformer;

  Bench(Stack... stacks) {
    List<Stack> all = List.of(stacks);
    selfCheck = new SelfCheck(registry, background, console::add, 0, firstStacks::incrementAndGet);
    transformer =
        new HookTransformer(new NameGate(all), UncoveredStack.without(all), registry, selfCheck);
  }

  /** What the self-check says once things settled. */
  List<String> settled() {
    background.runSoon();
    background.runDelayed();
    return console;
  }
}
