package io.wsclose.startup;

import io.wsclose.configuration.Configuration;
import io.wsclose.record.ConnectionRecord;
import io.wsclose.record.TraceContext;
import java.time.Duration;

/** Chooses the parts that events pass through. */
final class Wiring {
  private Wiring() {}

  // WIRING: to be completed with analyzer and sinks when those branches meet this one.
  static EventPipeline pipeline(Configuration configuration) {
    return new Unwired();
  }

  private static final class Unwired implements EventPipeline {
    @Override
    public void ended(ConnectionRecord record) {}

    @Override
    public void reported(ConnectionRecord record) {}

    @Override
    public TraceContext current() {
      return TraceContext.none();
    }

    @Override
    public void close(Duration limit) {}
  }
}
