package io.wsclose.sink;

import io.wsclose.record.ConnectionRecord;
import io.wsclose.record.RecordListener;
import io.wsclose.record.TraceContext;
import io.wsclose.sink.otel.CurrentTrace;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Between the application's threads, where connections end, and the sink thread, where ends become
 * events: bounded, and never in a caller's way. What does not fit is dropped, counted and told.
 */
final class Inbox implements RecordListener {
  /** An empty element only wakes the sink thread. */
  private final BlockingQueue<Optional<ConnectionRecord>> queue;

  private final Losses overload;

  /**
   * @param overload tells what callers had to drop
   */
  Inbox(int capacity, Losses overload) {
    this.queue = new ArrayBlockingQueue<>(capacity);
    this.overload = overload;
  }

  @Override
  public void ended(ConnectionRecord record) {
    if (!queue.offer(Optional.of(record))) {
      overload.add(1);
    }
  }

  /** Nothing to do: the sink thread asks the record, so that this thread is not held up. */
  @Override
  public void reported(ConnectionRecord record) {}

  @Override
  public TraceContext current() {
    return CurrentTrace.get();
  }

  /** Has a waiting {@link #await} return. */
  void wake() {
    queue.offer(Optional.empty());
  }

  /** The next one, waited for; null if none came, an empty one where {@link #wake} was called. */
  Optional<ConnectionRecord> await(long nanos) throws InterruptedException {
    return queue.poll(nanos, TimeUnit.NANOSECONDS);
  }

  /** The next one, null if there is none, an empty one where {@link #wake} was called. */
  Optional<ConnectionRecord> poll() {
    return queue.poll();
  }

  boolean isHalfFull() {
    return queue.remainingCapacity() <= queue.size();
  }

  long size() {
    long count = 0;
    for (Optional<ConnectionRecord> next : queue) {
      count += next.isPresent() ? 1 : 0;
    }
    return count;
  }

  Losses overload() {
    return overload;
  }
}
