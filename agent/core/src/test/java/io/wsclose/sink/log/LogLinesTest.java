// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.cause.Cause;
import io.wsclose.configuration.Configuration;
import io.wsclose.configuration.LogTarget;
import io.wsclose.configuration.Option;
import io.wsclose.event.SampleEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LogLinesTest {
  private final List<String> written = new ArrayList<>();
  private long now = Long.MAX_VALUE - 5;

  private LogLines lines(Configuration settings) {
    return new LogLines(
        settings,
        (library, warn, line) -> written.add((warn ? "WARN " : "INFO ") + line),
        () -> now);
  }

  private void emit(LogLines lines, Cause cause, int count) {
    for (int i = 0; i < count; i++) {
      lines.line(SampleEvents.of(cause), "");
    }
  }

  @Test
  void warnsOfAbnormalEndsOnly() {
    LogLines lines = lines(Configuration.defaults());
    emit(lines, Cause.PEER_RESET, 1);
    emit(lines, Cause.PEER_CLEAN_CLOSE, 1);
    assertThat(written.stream().map(line -> line.substring(0, 4)).collect(Collectors.toList()))
        .containsExactly("WARN", "INFO");
  }

  @Test
  void aBurstIsToldBriefly() {
    LogLines lines = lines(Configuration.defaults());
    emit(lines, Cause.PEER_RESET, 25);
    emit(lines, Cause.PEER_CLEAN_CLOSE, 7);
    assertThat(written).hasSize(20);
    now += 999_999_999L;
    lines.tick();
    assertThat(written).hasSize(20);
    now += 1;
    lines.tick();
    lines.tick();
    assertThat(written)
        .hasSize(21)
        .endsWith("WARN 12 more websockets closed: peer.clean_close 7, peer.reset 5");
    emit(lines, Cause.PEER_CLEAN_CLOSE, 21);
    lines.flush();
    assertThat(written).hasSize(42).endsWith("INFO 1 more websockets closed: peer.clean_close 1");
  }

  @Test
  void theRateCanBeOff() {
    emit(lines(Configuration.defaults().with(Option.LOG_RATE, 0)), Cause.PEER_RESET, 500);
    assertThat(written).hasSize(500);
  }

  @Test
  void orderlyEndsAndAllLinesCanBeOff() {
    emit(
        lines(Configuration.defaults().with(Option.LOG_ORDERLY, false)), Cause.PEER_CLEAN_CLOSE, 1);
    emit(lines(Configuration.defaults().with(Option.LOG, LogTarget.OFF)), Cause.PEER_RESET, 1);
    assertThat(written).isEmpty();
  }
}
