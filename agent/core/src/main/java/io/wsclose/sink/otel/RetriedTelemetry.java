// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.otel;

import io.opentelemetry.api.trace.Tracer;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * A pipeline that cannot always be built at once: the JVM may be out of file descriptors, threads
 * or memory just when the first connection ends. It is tried again with the next events, after
 * pauses that grow; wrong settings are not. For the sink thread.
 */
final class RetriedTelemetry implements Telemetry {
  private static final long FIRST_PAUSE_NANOS = 1_000_000_000L;
  private static final long LONGEST_PAUSE_NANOS = 600_000_000_000L;
  private static final int MAX_CAUSES = 8;

  private final Callable<Telemetry> builder;
  private final Consumer<String> console;
  private final LongSupplier clock;
  private Telemetry built;
  private long pauseNanos = FIRST_PAUSE_NANOS;
  private long triedNanos;
  private boolean failed;
  private long lost;

  RetriedTelemetry(Callable<Telemetry> builder, Consumer<String> console, LongSupplier clock) {
    this.builder = builder;
    this.console = console;
    this.clock = clock;
    attempt();
  }

  @Override
  public boolean makeRoom() {
    if (built == null && clock.getAsLong() - triedNanos >= pauseNanos) {
      pauseNanos = Math.min(LONGEST_PAUSE_NANOS, 2 * pauseNanos);
      attempt();
    }
    if (built != null) {
      return built.makeRoom();
    }
    lost++;
    return false;
  }

  private void attempt() {
    try {
      built = builder.call();
      if (failed) {
        console.accept("spans can be made now, " + lost + " were lost");
      }
    } catch (Throwable failure) {
      if (mayPass(failure)) {
        postpone(failure);
      } else {
        console.accept("no spans, log lines only: " + reason(failure));
        built = new NoTelemetry();
      }
    }
    triedNanos = clock.getAsLong();
  }

  private void postpone(Throwable failure) {
    if (!failed) {
      failed = true;
      console.accept(
          "spans cannot be made yet: "
              + reason(failure)
              + " (reported once; the agent tries again, log lines continue)");
    }
  }

  /**
   * Whether resources are lacking. A class that could not be initialized stays so for the life of
   * its loader; other exceptions are the SDK's complaints about its settings.
   */
  private static boolean mayPass(Throwable failure) {
    if (failure instanceof LinkageError) {
      return false;
    }
    Throwable link = failure;
    for (int i = 0; i < MAX_CAUSES && link != null; i++) {
      if (link instanceof IOException || link instanceof Error) {
        return true;
      }
      link = link.getCause();
    }
    return false;
  }

  private static String reason(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getName() : ExporterAddress.withoutValues(message);
  }

  @Override
  public Tracer tracer() {
    return built.tracer();
  }

  @Override
  public void ending() {
    built.ending();
  }

  @Override
  public void flush(long nanos) {
    if (built != null) {
      built.flush(nanos);
    } else if (lost > 0) {
      console.accept(lost + " spans were not sent");
      lost = 0;
    }
  }
}
