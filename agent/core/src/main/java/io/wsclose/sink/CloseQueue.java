// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink;

import io.wsclose.record.ConnectionRecord;
import io.wsclose.record.RecordListener;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Between the application's threads, where connections end, and the sink thread, where ends become
 * events: bounded in number and in weight, and never in a caller's way. What does not fit is
 * dropped, counted and reported.
 */
final class CloseQueue implements RecordListener {
  private static final Ended WAKE_UP = new Ended(null, 0);

  private final BlockingQueue<Ended> queue;
  private final AtomicLong weight = new AtomicLong();
  private final long maxWeight;
  private final RefusalLimit refusals;
  private final LossCounter overload;
  private final Time time;

  /**
   * @param capacity how many ends may wait
   * @param maxWeight how many bytes of heap they may hold, roughly
   * @param overload counts what callers had to drop
   */
  CloseQueue(int capacity, long maxWeight, RefusalLimit refusals, LossCounter overload, Time time) {
    this.queue = new ArrayBlockingQueue<>(capacity);
    this.maxWeight = maxWeight;
    this.refusals = refusals;
    this.overload = overload;
    this.time = time;
  }

  @Override
  public void ended(ConnectionRecord record) {
    if (record.isRefused() && !refusals.allows(record, time.nanos())) {
      record.release();
    } else if (!offer(new Ended(record, record.weight()))) {
      overload.add(1);
      record.release();
    }
  }

  private boolean offer(Ended ended) {
    if (weight.addAndGet(ended.weight) <= maxWeight && queue.offer(ended)) {
      return true;
    }
    weight.addAndGet(-ended.weight);
    return false;
  }

  @Override
  public void dropped() {
    overload.add(1);
  }

  /** Has a waiting {@link #await} return. */
  void wake() {
    queue.offer(WAKE_UP);
  }

  /** The next one, waited for; null if none came, an empty one where {@link #wake} was called. */
  Optional<ConnectionRecord> await(long nanos) throws InterruptedException {
    return taken(queue.poll(nanos, TimeUnit.NANOSECONDS));
  }

  /** The next one, null if there is none, an empty one where {@link #wake} was called. */
  Optional<ConnectionRecord> poll() {
    return taken(queue.poll());
  }

  private Optional<ConnectionRecord> taken(Ended ended) {
    if (ended == null) {
      return null;
    }
    weight.addAndGet(-ended.weight);
    return Optional.ofNullable(ended.record);
  }

  boolean isHalfFull() {
    return queue.remainingCapacity() <= queue.size() || 2 * weight.get() >= maxWeight;
  }

  long size() {
    long count = 0;
    for (Ended next : queue) {
      count += next.record == null ? 0 : 1;
    }
    return count;
  }

  LossCounter overload() {
    return overload;
  }

  RefusalLimit refusals() {
    return refusals;
  }

  /** One end, and what was added for it to the weight of all. */
  private static final class Ended {
    private final ConnectionRecord record;
    private final int weight;

    private Ended(ConnectionRecord record, int weight) {
      this.record = record;
      this.weight = weight;
    }
  }
}
