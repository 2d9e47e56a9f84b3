package io.wsclose.startup;

import io.wsclose.record.RecordingBackend;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The end of the JVM: what is still open gets its event.
 *
 * <p>Shutdown hooks run side by side, so the stacks may be closing their connections right now.
 * They get the time for it as long as they make progress; what nobody closes ends with the JVM.
 */
final class Shutdown extends Thread {
  private static final long POLL_MILLIS = 10;

  /** Longer than a stack needs between two connections that it closes. */
  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final RecordingBackend backend;
  private final EventPipeline pipeline;
  private final Duration limit;

  Shutdown(RecordingBackend backend, EventPipeline pipeline, Duration limit) {
    super(null, null, "wsclose-shutdown", 0);
    setContextClassLoader(null);
    this.backend = backend;
    this.pipeline = pipeline;
    this.limit = limit;
  }

  @Override
  public void run() {
    long start = System.nanoTime();
    backend.stopping("the JVM is shutting down");
    awaitStacks(start + limit.toNanos() / 2);
    backend.endAll();
    pipeline.close(limit.minusNanos(Math.min(limit.toNanos(), System.nanoTime() - start)));
  }

  private void awaitStacks(long deadline) {
    int open = backend.openCount();
    long progress = System.nanoTime();
    while (open > 0) {
      long now = System.nanoTime();
      if (now - deadline >= 0 || now - progress >= PATIENCE_NANOS) {
        return;
      }
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
      int left = backend.openCount();
      progress = left < open ? System.nanoTime() : progress;
      open = left;
    }
  }
}
