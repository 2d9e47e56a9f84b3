package io.wsclose.sink.otel;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import java.util.concurrent.TimeUnit;

/** An SDK of our own. Its queue is never let run full, because it drops without a word. */
final class OwnTelemetry implements Telemetry {
  /** An endpoint that takes longer is as good as none; log lines must not wait for it. */
  private static final long ROOM_NANOS = 2_000_000_000L;

  private static final int MAX_FLUSHES = 3;

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
  public boolean admit() {
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
   * BatchSpanProcessor 1.67 may answer a flush that follows another at once with the result of that
   * one: a second and third leave no doubt.
   */
  private void exportAll(long nanos) {
    long deadline = System.nanoTime() + nanos;
    for (int round = 0; round < MAX_FLUSHES && watch.pending() > 0; round++) {
      CompletableResultCode result = sdk.getSdkTracerProvider().forceFlush();
      long left = Math.max(0, deadline - System.nanoTime());
      if (!result.join(left, TimeUnit.NANOSECONDS).isDone()) {
        watch.stalled();
        return;
      }
    }
  }

  @Override
  public void flush(long nanos) {
    exportAll(nanos);
    watch.tellLost();
  }
}
