package io.wsclose.record;

/** Who wants to know what becomes of a record. Called on the application's threads: be quick. */
public interface RecordListener {
  /** Once a record. */
  void ended(ConnectionRecord record);

  /** An attempt was not recorded, as too many were going on: it will have no event. */
  default void dropped() {}

  /** The application was told of the end, before or after it. */
  void reported(ConnectionRecord record);

  /** The trace context of the calling thread, as far as a tracer of this JVM keeps one. */
  TraceContext current();
}
