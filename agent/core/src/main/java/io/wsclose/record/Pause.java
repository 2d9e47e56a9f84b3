// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

/** A time in which this JVM did not run; immutable. Times as {@link System#nanoTime()} has them. */
public final class Pause {
  private final long from;
  private final long to;
  private final long fromEpochMillis;
  private final String reason;

  /**
   * @param from the last sign of life before it
   * @param to the first one after it
   * @param reason empty if it is not known
   */
  public Pause(long from, long to, long fromEpochMillis, String reason) {
    this.from = from;
    this.to = to;
    this.fromEpochMillis = fromEpochMillis;
    this.reason = reason;
  }

  Pause because(String known) {
    return new Pause(from, to, fromEpochMillis, known);
  }

  public long from() {
    return from;
  }

  public long to() {
    return to;
  }

  public long nanos() {
    return to - from;
  }

  public long fromEpochMillis() {
    return fromEpochMillis;
  }

  /** What took the time; empty if that is not known. */
  public String reason() {
    return reason;
  }

  /** How much of it lies between these, 0 or less if nothing. */
  public long overlap(long begin, long end) {
    long first = from - begin > 0 ? from : begin;
    long last = to - end < 0 ? to : end;
    return last - first;
  }
}
