package io.wsclose.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.configuration.ExceptionMessages;
import io.wsclose.configuration.LogTarget;
import io.wsclose.event.MessageFilter;
import io.wsclose.sink.SinkSettings.LogTo;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is set goes over by name to those who know nothing of settings. */
class WiringTest {
  @Test
  void everyExceptionMessagesValueIsAFilter() {
    assertThat(names(ExceptionMessages.values())).isEqualTo(names(MessageFilter.values()));
  }

  @Test
  void everyLogTargetIsOneOfTheSinks() {
    assertThat(names(LogTarget.values())).isEqualTo(names(LogTo.values()));
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).collect(Collectors.toList());
  }
}
