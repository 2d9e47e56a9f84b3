// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.otel;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import java.util.concurrent.locks.LockSupport;

/**
 * The pipeline of the OpenTelemetry Java agent, which bridges the API in this loader to its own.
 *
 * <p>Its batch processor holds 2,048 spans, the application's among them, and drops what is more
 * without a word. So it is flushed every few hundred spans; where that cannot be asked for, spans
 * come slowly enough for its exporter.
 */
final class AgentTelemetry implements Telemetry {
  private static final int BURST = 500;
  private static final long FLUSH_NANOS = 5_000_000_000L;
  private static final long PAUSE_NANOS = 250_000_000L;
  private static final long RETRY_NANOS = 60_000_000_000L;

  private final Tracer tracer;
  private int unflushed;
  private boolean stalled;
  private long stalledNanos;

  /** Not before the application's main: a no-op got earlier would stay one. */
  AgentTelemetry(String version) {
    tracer = GlobalOpenTelemetry.get().getTracer("io.wsclose", version);
  }

  @Override
  public Tracer tracer() {
    return tracer;
  }

  @Override
  public boolean makeRoom() {
    if (unflushed < BURST) {
      return true;
    }
    unflushed = 0;
    long now = System.nanoTime();
    if (stalled && now - stalledNanos < RETRY_NANOS) {
      return true;
    }
    if (!OpenTelemetryAgent.forceFlush(FLUSH_NANOS)) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    // its exporter does not get through: waiting for it again would only fill our own queue
    stalled = System.nanoTime() - now >= FLUSH_NANOS;
    stalledNanos = now;
    return true;
  }

  @Override
  public void ending() {
    unflushed++;
  }

  @Override
  public void flush(long nanos) {
    OpenTelemetryAgent.forceFlush(nanos);
  }
}
