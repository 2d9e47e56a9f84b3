// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.otel;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** An SDK of our own. Its queue is never let run full, because it drops without a word. */
final class OwnTelemetry implements Telemetry {
  /** An endpoint that takes longer is as good as none; log lines must not wait for it. */
  private static final long ROOM_NANOS = 2_000_000_000L;

  private static final long BETWEEN_FLUSHES_NANOS = 1_000_000L;

  private final OpenTelemetrySdk sdk;
  private final Tracer tracer;
  private final ExportWatch watch;
  private final long limit;

  /**
   * @param limit how many spans may be under way
   */
  OwnTelemetry(OpenTelemetrySdk sdk, String version, ExportWatch watch, long limit) {
    this.sdk = sdk;
    this.tracer = sdk.getTracer("io.wsclose", version);
    this.watch = watch;
    this.limit = limit;
  }

  @Override
  public Tracer tracer() {
    return tracer;
  }

  @Override
  public boolean makeRoom() {
    if (watch.pending() < limit) {
      return true;
    }
    if (!watch.isFailing()) {
      exportAll(ROOM_NANOS);
    }
    if (watch.pending() < limit) {
      return true;
    }
    watch.dropped();
    return false;
  }

  @Override
  public void ending() {
    watch.ended();
  }

  /**
   * Until nothing is under way: BatchSpanProcessor 1.67 completes a flush before it is ready for
   * the next, and answers one that comes in between with the result of the one before.
   */
  private void exportAll(long nanos) {
    long deadline = System.nanoTime() + nanos;
    while (watch.pending() > 0) {
      CompletableResultCode result = sdk.getSdkTracerProvider().forceFlush();
      long left = deadline - System.nanoTime();
      if (left <= 0 || !result.join(left, TimeUnit.NANOSECONDS).isDone()) {
        watch.stalled();
        return;
      }
      LockSupport.parkNanos(BETWEEN_FLUSHES_NANOS);
    }
  }

  @Override
  public void flush(long nanos) {
    exportAll(nanos);
    watch.tellLost();
  }
}
