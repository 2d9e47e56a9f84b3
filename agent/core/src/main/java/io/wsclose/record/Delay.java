// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import io.wsclose.bootstrap.SelectLoops;
import java.util.Optional;

/** What kept a thread from its sockets before it noticed something there; immutable. */
public final class Delay {
  private final Pause time;
  private final String thread;
  private final CallTrace trace;

  /**
   * @param trace null if it is not known
   */
  public Delay(Pause time, String thread, CallTrace trace) {
    this.time = time;
    this.thread = thread;
    this.trace = trace;
  }

  /** Of the calling thread, which has just noticed this. */
  static Fact noted(Fact fact) {
    long since = SelectLoops.busySince(fact.nanos());
    if (since == 0) {
      return fact;
    }
    long epoch = System.currentTimeMillis() - (fact.nanos() - since) / 1_000_000L;
    StackTraceElement[] seen = SelectLoops.seenSince(since);
    return fact.with(
        new Delay(
            new Pause(since, fact.nanos(), epoch, ""),
            Thread.currentThread().getName(),
            seen == null ? null : CallTrace.of(seen)));
  }

  /** From when on it was busy, until it noticed. */
  public Pause time() {
    return time;
  }

  /** Its name. */
  public String thread() {
    return thread;
  }

  /** What it was seen doing. */
  public Optional<CallTrace> trace() {
    return Optional.ofNullable(trace);
  }
}
