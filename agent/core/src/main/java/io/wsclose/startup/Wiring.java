// SPDX-License-Identifier: Apache-2.0
package io.wsclose.startup;

import io.wsclose.configuration.Configuration;
import io.wsclose.configuration.Option;
import io.wsclose.configuration.SpanParent;
import io.wsclose.sink.Sink;
import io.wsclose.sink.log.LoadedLogManager;
import io.wsclose.sink.log.LogLines;
import io.wsclose.stack.WebSocketStack;
import java.lang.instrument.Instrumentation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Puts together what events pass through. */
final class Wiring {
  private Wiring() {}

  static Sink sink(
      Configuration configuration,
      List<WebSocketStack> stacks,
      Instrumentation instrumentation,
      Consumer<String> console) {
    boolean child = configuration.get(Option.SPAN_PARENT) == SpanParent.CHILD;
    return new Sink(
        configuration,
        new Reporting(stacks),
        new LazySpanSink(child, console),
        new LogLines(configuration, new LoadedLogManager(instrumentation)),
        console);
  }

  private static final class Reporting implements Predicate<String> {
    private final Set<String> names = new HashSet<String>();

    private Reporting(List<WebSocketStack> stacks) {
      for (WebSocketStack stack : stacks) {
        if (stack.reportsCloseToApplication()) {
          names.add(stack.name());
        }
      }
    }

    @Override
    public boolean test(String stack) {
      return names.contains(stack);
    }
  }
}
