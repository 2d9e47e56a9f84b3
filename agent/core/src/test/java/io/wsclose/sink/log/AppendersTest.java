// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AppendersTest {
  @Test
  void aStoppedLogbackHasNone() {
    assertThat(Appenders.areGone(new Logback(Map.of()))).isTrue();
  }

  @Test
  void oneOfTheRootOrOfOurLoggerIsEnough() {
    assertThat(Appenders.areGone(new Logback(Map.of("ROOT", List.of("console"))))).isFalse();
    assertThat(Appenders.areGone(new Logback(Map.of(Log.LOGGER, List.of("file"))))).isFalse();
  }

  @Test
  void oneOfALoggerBetweenThemIsEnough() {
    assertThat(Appenders.areGone(new Logback(Map.of("io.wsclose", List.of("file"))))).isFalse();
    assertThat(Appenders.areGone(new Logback(Map.of("io", List.of("file"))))).isFalse();
  }

  @Test
  void anOperatorWhoLogsOtherThingsOnlyDoesNotWantOurLines() {
    assertThat(Appenders.areGone(new Logback(Map.of("com.acme", List.of("file"))))).isFalse();
  }

  @Test
  void ofOthersNothingIsKnown() {
    assertThat(Appenders.areGone(new Object())).isFalse();
  }

  /** As ch.qos.logback.classic.LoggerContext looks from outside. */
  public static final class Logback {
    private final Map<String, List<String>> appenders;

    private Logback(Map<String, List<String>> appenders) {
      this.appenders = appenders;
    }

    public Logger getLogger(String name) {
      return new Logger(appenders.getOrDefault(name, Collections.emptyList()));
    }

    public List<Logger> getLoggerList() {
      return appenders.values().stream().map(Logger::new).toList();
    }
  }

  /** As ch.qos.logback.classic.Logger does. */
  public static final class Logger {
    private final List<String> appenders;

    private Logger(List<String> appenders) {
      this.appenders = appenders;
    }

    public Iterator<String> iteratorForAppenders() {
      return appenders.iterator();
    }
  }
}
