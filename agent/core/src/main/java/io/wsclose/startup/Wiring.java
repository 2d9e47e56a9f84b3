package io.wsclose.startup;

import io.wsclose.configuration.Configuration;
import io.wsclose.configuration.SpanParent;
import io.wsclose.event.MessageFilter;
import io.wsclose.sink.Sink;
import io.wsclose.sink.SinkSettings;
import io.wsclose.sink.log.LoadedLogManager;
import io.wsclose.sink.log.LogLines;
import io.wsclose.stack.Stack;
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
      List<Stack> stacks,
      Instrumentation instrumentation,
      Consumer<String> console) {
    SinkSettings settings = settings(configuration);
    return new Sink(
        settings,
        new Reporting(stacks),
        new FirstSpan(settings.spanIsChild(), console),
        new LogLines(settings, new LoadedLogManager(instrumentation)),
        console);
  }

  private static SinkSettings settings(Configuration configuration) {
    return SinkSettings.builder()
        .agentVersion(Version.current())
        .frames(configuration.frames())
        .exceptionMessages(MessageFilter.valueOf(configuration.exceptionMessages().name()))
        .queueCapacity(configuration.queue())
        .waitSiblings(configuration.waitForSiblings())
        .waitReported(configuration.waitForReported())
        .flush(configuration.flush())
        .spanIsChild(configuration.spanParent() == SpanParent.CHILD)
        .logTo(SinkSettings.LogTo.valueOf(configuration.log().name()))
        .logOrderly(configuration.logOrderly())
        .logRate(configuration.logRate())
        .refusedRate(configuration.refusedRate())
        .build();
  }

  private static final class Reporting implements Predicate<String> {
    private final Set<String> names = new HashSet<String>();

    private Reporting(List<Stack> stacks) {
      for (Stack stack : stacks) {
        if (stack.reports()) {
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
