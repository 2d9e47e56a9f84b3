// SPDX-License-Identifier: Apache-2.0
package io.wsclose.startup;

import io.wsclose.event.CloseEvent;
import io.wsclose.sink.emit.SpanSink;
import io.wsclose.sink.otel.OpenTelemetrySpans;
import java.util.function.Consumer;

/** Spans, whose classes cost too much to be loaded before there is a first one. */
final class LazySpanSink implements SpanSink {
  private final boolean child;
  private final Consumer<String> console;
  private SpanSink spans;

  /**
   * @param child whether a span is to be the child of its handshake's
   */
  LazySpanSink(boolean child, Consumer<String> console) {
    this.child = child;
    this.console = console;
  }

  @Override
  public void prepare() {
    if (spans == null) {
      spans = new OpenTelemetrySpans(child, Version.current(), console);
    }
    spans.prepare();
  }

  @Override
  public String span(CloseEvent event) {
    if (spans == null) {
      prepare();
    }
    return spans.span(event);
  }

  @Override
  public void flush(long nanos) {
    if (spans != null) {
      spans.flush(nanos);
    }
  }
}
