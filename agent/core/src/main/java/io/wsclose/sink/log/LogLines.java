// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.log;

import io.wsclose.configuration.Configuration;
import io.wsclose.configuration.LogTarget;
import io.wsclose.configuration.Option;
import io.wsclose.event.CloseEvent;
import io.wsclose.record.StackInstance;
import io.wsclose.sink.emit.LogSink;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * One line an event, WARN for an abnormal end and INFO for an orderly one; a burst is told briefly.
 *
 * <p>An appender that sends through WebSockets of its own makes an event when one of those ends;
 * the rate bounds what such a circle can bring about. With the rate off nothing does.
 */
public final class LogLines implements LogSink {
  private final boolean off;
  private final boolean orderly;
  private final LineRate rate;
  private final Log log;
  private final LongSupplier clock;
  private StackInstance last;

  /**
   * @param julInitialised whether the JVM's LogManager is there already
   */
  public LogLines(Configuration configuration, BooleanSupplier julInitialised) {
    this(configuration, destination(configuration.get(Option.LOG), julInitialised), new NanoTime());
  }

  LogLines(Configuration configuration, Log log, LongSupplier clock) {
    this.off = configuration.get(Option.LOG) == LogTarget.OFF;
    this.orderly = configuration.get(Option.LOG_ORDERLY);
    this.rate = new LineRate(configuration.get(Option.LOG_RATE));
    this.log = log;
    this.clock = clock;
  }

  private static Log destination(LogTarget to, BooleanSupplier julInitialised) {
    Log standardError = new StandardErrorLog();
    return to == LogTarget.APP
        ? new FallbackLog(Arrays.asList(new Slf4jLog(), new JulLog(julInitialised), standardError))
        : standardError;
  }

  @Override
  public void line(CloseEvent event, String traceId) {
    if (off || !orderly && !event.isError()) {
      return;
    }
    tick();
    last = event.library();
    if (rate.allows(event, clock.getAsLong())) {
      write(event.isError(), LineFormat.of(event, traceId));
    }
  }

  @Override
  public boolean summary(String line) {
    if (off || last == null) {
      return false;
    }
    write(true, line);
    return true;
  }

  @Override
  public void tick() {
    if (rate.isSummaryDue(clock.getAsLong())) {
      flush();
    }
  }

  @Override
  public void flush() {
    if (rate.hasHeldBack()) {
      boolean warn = rate.heldBackAnyError();
      write(warn, rate.takeSummary());
    }
  }

  private void write(boolean warn, String line) {
    try {
      log.write(last, warn, line);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class NanoTime implements LongSupplier {
    @Override
    public long getAsLong() {
      return System.nanoTime();
    }
  }
}
