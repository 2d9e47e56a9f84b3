// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.emit;

import io.wsclose.event.CloseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The span first, then the line that names its trace; neither's failure harms the other. */
public final class Emitter {
  private final SpanSink spans;
  private final LogSink log;
  private final Consumer<String> console;
  private final StallWatch stalls;
  private boolean reported;

  public Emitter(SpanSink spans, LogSink log, Consumer<String> console, StallWatch stalls) {
    this.spans = spans;
    this.log = log;
    this.console = console;
    this.stalls = stalls;
  }

  /** On any thread but the sink's, about once a second. */
  public void checkStall() {
    stalls.check();
  }

  public void emit(CloseEvent event) {
    line(event, span(event));
  }

  /**
   * Leaves nothing in a queue where the end of the JVM would lose it. The lines come after the
   * spans are sent, so that none speaks of a span that never left.
   *
   * @param nanos how long sending may take
   */
  public void emitAtOnce(List<CloseEvent> events, long nanos) {
    if (events.isEmpty()) {
      return;
    }
    List<String> traceIds = new ArrayList<>();
    for (CloseEvent event : events) {
      traceIds.add(span(event));
    }
    flushSpans(nanos);
    for (int i = 0; i < traceIds.size(); i++) {
      line(events.get(i), traceIds.get(i));
    }
    flushLog();
  }

  private String span(CloseEvent event) {
    stalls.begin("the OpenTelemetry SDK has not accepted a span");
    try {
      return spans.span(event);
    } catch (Throwable failure) {
      failed("a span could not be made", failure);
      return "";
    } finally {
      stalls.end();
    }
  }

  private void line(CloseEvent event, String traceId) {
    stalls.begin("the log has not accepted a line");
    try {
      log.line(event, traceId);
    } catch (Throwable failure) {
      failed("a log line could not be written", failure);
    } finally {
      stalls.end();
    }
  }

  /**
   * @param line about many ends that have no event of their own; empty: nothing to say
   */
  public void summarize(String line) {
    stalls.begin("the log has not accepted a line");
    try {
      if (!line.isEmpty() && !log.summary(line)) {
        console.accept(line);
      }
    } catch (Throwable failure) {
      failed("a log line could not be written", failure);
    } finally {
      stalls.end();
    }
  }

  /** The same at the end of the JVM, on another thread than the sink's, which may be stuck. */
  public void summarizeAtLast(String line) {
    if (!line.isEmpty()) {
      console.accept(line);
    }
  }

  public void prepare() {
    try {
      spans.prepare();
    } catch (Throwable failure) {
      failed("spans could not be made ready", failure);
    }
  }

  public void tick() {
    try {
      log.tick();
    } catch (Throwable failure) {
      failed("a log line could not be written", failure);
    }
  }

  public void flush(long nanos) {
    flushLog();
    flushSpans(nanos);
  }

  private void flushLog() {
    try {
      log.flush();
    } catch (Throwable failure) {
      failed("a log line could not be written", failure);
    }
  }

  private void flushSpans(long nanos) {
    try {
      spans.flush(nanos);
    } catch (Throwable failure) {
      failed("spans could not be sent", failure);
    }
  }

  /** Once: what fails for one event fails for the next. */
  private void failed(String what, Throwable failure) {
    if (!reported) {
      reported = true;
      console.accept(what + " (reported once): " + failure);
    }
  }
}
