package io.wsclose.startup;

import io.wsclose.record.RecordListener;
import java.time.Duration;

/** Everything from the end of a record to what leaves the JVM. */
interface EventPipeline extends RecordListener {
  /** Delivers what is there, for at most {@code limit}, and takes nothing more. */
  void close(Duration limit);
}
