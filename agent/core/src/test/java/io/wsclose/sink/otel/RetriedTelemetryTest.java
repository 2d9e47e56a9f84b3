// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.otel;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException;
import io.wsclose.cause.Cause;
import io.wsclose.event.SampleEvents;
import java.io.FileNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RetriedTelemetryTest {
  private final List<String> told = new ArrayList<>();
  private long now = -5;
  private int tries;
  private Throwable failure;

  private Telemetry build() throws Exception {
    tries++;
    if (failure instanceof Error) {
      throw (Error) failure;
    }
    if (failure != null) {
      throw (Exception) failure;
    }
    return new NoTelemetry();
  }

  private OpenTelemetrySpans spans() {
    return new OpenTelemetrySpans(
        false, () -> null, () -> new RetriedTelemetry(this::build, told::add, () -> now));
  }

  /** HotSpot's words where pthread_create fails. */
  @Test
  void triesAgainWhenThereWasNoThreadAndSaysSoOnce() {
    failure = new OutOfMemoryError("unable to create native thread");
    OpenTelemetrySpans spans = spans();
    for (int i = 0; i < 10; i++) {
      assertThat(spans.span(SampleEvents.of(Cause.PEER_RESET))).isEmpty();
    }
    assertThat(tries).as("not for each event").isEqualTo(1);
    now += TimeUnit.SECONDS.toNanos(1);
    spans.span(SampleEvents.of(Cause.PEER_RESET));
    assertThat(tries).isEqualTo(2);
    assertThat(told)
        .containsExactly(
            "spans cannot be made yet: unable to create native thread (reported once;"
                + " the agent tries again, log lines continue)");

    failure = null;
    now += TimeUnit.SECONDS.toNanos(2);
    spans.span(SampleEvents.of(Cause.PEER_RESET));
    spans.span(SampleEvents.of(Cause.PEER_RESET));
    assertThat(tries).isEqualTo(3);
    assertThat(told).hasSize(2).endsWith("spans can be made now, 11 were lost");
  }

  @Test
  void pausesGrowToTenMinutes() {
    failure = new IllegalStateException(new FileNotFoundException("cacerts (Too many open files)"));
    OpenTelemetrySpans spans = spans();
    for (int second = 0; second < 24 * 3600; second++) {
      spans.span(SampleEvents.of(Cause.PEER_RESET));
      now += TimeUnit.SECONDS.toNanos(1);
    }
    assertThat(tries).isBetween(140, 160);
    assertThat(told).hasSize(1);
    spans.flush(1);
    assertThat(told).hasSize(2).endsWith("86400 spans were not sent");
  }

  @Test
  void wrongSettingsStayWrong() {
    failure = new ConfigurationException("otel.traces.exporter set to \"nonesuch\"");
    checkNotTriedAgain();
  }

  @Test
  void aClassThatCouldNotBeInitializedStaysSo() {
    failure = new NoClassDefFoundError("Could not initialize class okhttp3.OkHttpClient");
    checkNotTriedAgain();
  }

  private void checkNotTriedAgain() {
    OpenTelemetrySpans spans = spans();
    for (int i = 0; i < 10; i++) {
      spans.span(SampleEvents.of(Cause.PEER_RESET));
      now += TimeUnit.HOURS.toNanos(1);
    }
    assertThat(tries).isEqualTo(1);
    assertThat(told).hasSize(1);
    assertThat(told.get(0)).startsWith("no spans, log lines only: ");
  }
}
