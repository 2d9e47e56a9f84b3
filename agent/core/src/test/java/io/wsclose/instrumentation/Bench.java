// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import io.wsclose.stack.WebSocketStack;
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

  Bench(WebSocketStack... stacks) {
    List<WebSocketStack> all = List.of(stacks);
    HookIndex gate = new HookIndex(all);
    failures = new HookFailures(gate.hooks(), background, notices, retransformed::add);
    transformer =
        new HookTransformer(
            gate,
            KnownStack.without(all, Bench.class.getClassLoader(), console::add),
            registry,
            new SelfCheck(registry, background, console::add, 0),
            new OnFirstWeave(background, firstStacks::incrementAndGet),
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
